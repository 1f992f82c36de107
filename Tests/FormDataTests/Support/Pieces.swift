/// Ways to cut a body into pieces.
enum Pieces {
    /// Every cut into one, two or three pieces; some of the pieces are empty.
    static func allSplits(of body: [UInt8]) -> [[ArraySlice<UInt8>]] {
        var splits: [[ArraySlice<UInt8>]] = [[body[...]]]
        for first in 0...body.count {
            splits.append([body[..<first], body[first...]])
            for second in first...body.count {
                splits.append([body[..<first], body[first..<second], body[second...]])
            }
        }
        return splits
    }

    static func bytes(of body: [UInt8]) -> [ArraySlice<UInt8>] {
        sized(1, of: body)
    }

    /// Pieces of the same length, but for the last.
    static func sized(_ length: Int, of body: [UInt8]) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: body.count, by: length).map { body[$0..<min($0 + length, body.count)] }
    }

    static func random(of body: [UInt8], using generator: inout Seeded) -> [ArraySlice<UInt8>] {
        let longest = generator.pick([1, 2, 3, 7, 16, 40, 200])
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while start < body.count {
            let end = min(start + Int.random(in: 0...longest, using: &generator), body.count)
            pieces.append(body[start..<end])
            start = end
        }
        return pieces
    }
}
