/// Finds where a piece of content may end: at a whole delimiter, or at the beginning of one that the piece cuts.
///
/// Eight places are tested at once for CRLF and `--`, by four overlapping words. So a file of CRs or of CRLFs costs
/// what letters cost. After a false start the search goes on behind the bytes that matched: a boundary holds no CR, so
/// none of them begins another delimiter. The work is at most three times the length, whatever the bytes.
struct DelimiterSearch {
    /// The closing delimiter, as in `DelimiterMatch`.
    let closing: [UInt8]
    private(set) var scannedBytes = 0

    private static let returns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D
    private static let feeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    private static let dashes: UInt64 = 0x2D2D_2D2D_2D2D_2D2D
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// The bytes that a step reads: a word at each of four places next to each other.
    private static let stride = 8 + 3

    init(closing: [UInt8]) {
        self.closing = closing
    }

    /// The number of bytes at the front of `bytes` that are content for certain.
    mutating func contentLength(of bytes: UnsafeRawBufferPointer) -> Int {
        var position = 0
        while position + Self.stride <= bytes.count {
            scannedBytes += 8
            guard let offset = Self.lineWithDashes(in: bytes, at: position) else {
                position += 8
                continue
            }
            position += offset
            guard let length = falseStart(in: bytes, at: position, known: 4) else { return position }
            position += length
        }
        while position < bytes.count {
            scannedBytes += 1
            guard bytes[position] == UInt8(ascii: "\r") else {
                position += 1
                continue
            }
            guard let length = falseStart(in: bytes, at: position, known: 1) else { return position }
            position += length
        }
        return bytes.count
    }

    /// The offset from `position`, 0 to 7, of the first CRLF and `--`.
    private static func lineWithDashes(in bytes: UnsafeRawBufferPointer, at position: Int) -> Int? {
        let differences =
            (word(bytes, position) ^ returns) | (word(bytes, position + 1) ^ feeds)
            | (word(bytes, position + 2) ^ dashes) | (word(bytes, position + 3) ^ dashes)
        // The lowest bit set marks the first byte that is zero, which is the first place without a difference.
        let zeros = (differences &- ones) & ~differences & tops
        return zeros == 0 ? nil : zeros.trailingZeroBitCount >> 3
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// How many bytes at `start` only look like a delimiter, or nil if they are one or the end leaves it open.
    private mutating func falseStart(in bytes: UnsafeRawBufferPointer, at start: Int, known: Int) -> Int? {
        let delimiterLength = closing.count - 2
        var length = known
        while length < closing.count {
            guard start + length < bytes.count else { return nil }
            scannedBytes += 1
            let byte = bytes[start + length]
            if length == delimiterLength, byte == UInt8(ascii: "\r") {
                guard start + length + 1 < bytes.count else { return nil }
                scannedBytes += 1
                return bytes[start + length + 1] == UInt8(ascii: "\n") ? nil : length
            }
            guard byte == closing[length] else { return length }
            length += 1
        }
        return nil
    }
}
