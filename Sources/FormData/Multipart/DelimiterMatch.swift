/// How much of a delimiter the last bytes were: CRLF, `--`, the boundary, then CRLF before a part or `--` at the close.
///
/// Only a number is held back between two pieces, because the bytes are those of the delimiter itself. A boundary holds
/// no CR, so after a false start only the byte that broke it, or the CR before that, can begin the next.
struct DelimiterMatch: Sendable {
    enum Outcome {
        /// The bytes are used up, and may yet become a delimiter.
        case undecided
        /// A delimiter with a part behind it.
        case part
        /// The closing delimiter.
        case close
        /// It was none. These bytes, held back until now, are content.
        case content(ArraySlice<UInt8>)
    }

    /// The closing delimiter. All but its last two bytes are the delimiter between parts.
    let closing: [UInt8]
    private(set) var scannedBytes = 0

    private var matched = 0
    /// The bytes at the beginning of the match that are no content if it fails: a CRLF that belongs to what was before.
    private var implied = 0
    private var hasReturn = false

    init(_ boundary: MultipartBoundary) {
        closing = Array("\r\n--".utf8) + boundary.bytes + Array("--".utf8)
    }

    /// Whether nothing is held back.
    var isIdle: Bool { matched == 0 }

    /// Begins a match where a line begins: the CRLF before it was read already, or is not needed.
    mutating func beginLine() {
        matched = 2
        implied = 2
        hasReturn = false
    }

    /// Takes bytes until the match is decided. A byte that breaks it stays in `input`.
    mutating func advance(over input: inout ArraySlice<UInt8>) -> Outcome {
        let delimiterLength = closing.count - 2
        var index = input.startIndex
        defer { input = input[index...] }
        while index < input.endIndex {
            let byte = input[index]
            scannedBytes += 1
            if hasReturn {
                guard byte == UInt8(ascii: "\n") else { return giveUp(at: delimiterLength, keeping: 1) }
                index += 1
                reset()
                return .part
            }
            if matched == delimiterLength, byte == UInt8(ascii: "\r") {
                hasReturn = true
            } else if byte == closing[matched] {
                matched += 1
            } else {
                return giveUp(at: matched, keeping: 0)
            }
            index += 1
            if matched == closing.count {
                reset()
                return .close
            }
        }
        return .undecided
    }

    private mutating func reset() {
        matched = 0
        implied = 0
        hasReturn = false
    }

    private mutating func giveUp(at end: Int, keeping count: Int) -> Outcome {
        let held = closing[implied..<end]
        reset()
        matched = count
        return .content(held)
    }
}
