/// Which comparisons of a form are so: a bit for each, by its number.
struct AtomSet: Hashable, Sendable {
    private var words: [UInt64]

    init(count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
    }

    func contains(_ atom: Int) -> Bool { words[atom / 64] & (1 << UInt64(atom % 64)) != 0 }

    mutating func insert(_ atom: Int) { words[atom / 64] |= 1 << UInt64(atom % 64) }

    func union(_ other: AtomSet) -> AtomSet {
        var result = self
        for index in words.indices { result.words[index] |= other.words[index] }
        return result
    }

    func intersection(_ other: AtomSet) -> AtomSet {
        var result = self
        for index in words.indices { result.words[index] &= other.words[index] }
        return result
    }
}
