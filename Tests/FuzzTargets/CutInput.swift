/// Bytes that a fuzzer made, for a reader that takes its input in pieces: a byte that says how the rest is cut, a byte
/// of options, and the rest.
struct CutInput {
    /// Each bit chooses a variant of the target.
    let options: UInt8
    let body: [UInt8]
    /// The body in pieces, some of which may be empty.
    let pieces: [ArraySlice<UInt8>]

    init(_ bytes: [UInt8]) {
        options = bytes.count > 1 ? bytes[1] : 0
        body = Array(bytes.dropFirst(2))
        pieces = Self.cut(body, by: bytes.first ?? 0)
    }

    /// Cuts by two lengths in turn, the halves of a byte. Where both are 0, each piece is one byte.
    private static func cut(_ body: [UInt8], by lengths: UInt8) -> [ArraySlice<UInt8>] {
        let turns = lengths == 0 ? [1, 1] : [Int(lengths >> 4), Int(lengths & 0x0F)]
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while start < body.count {
            let end = min(start + turns[pieces.count % 2], body.count)
            pieces.append(body[start..<end])
            start = end
        }
        return pieces
    }
}
