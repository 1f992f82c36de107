/// Phrases to look for in texts: each of one word or several.
///
/// A phrase in small letters is found in whatever case it is written, and with an "s" at its end. One with a capital is
/// found as it stands only.
package struct PhraseList: Sendable {
    private struct Phrase: Sendable {
        let text: String
        let words: [[UInt8]]
        let isExact: Bool
    }

    /// The phrases by the digest of their first words in small letters.
    private var byFirstWord: [UInt64: [Phrase]] = [:]

    package init(_ phrases: some Sequence<String>) {
        for text in phrases {
            let bytes = Array(text.utf8)
            var ranges: [Range<Int>] = []
            var scanner = WordScanner(bytes)
            while scanner.next(&ranges) != nil {}
            let words = ranges.map { Array(bytes[$0]) }
            guard let first = words.first else { continue }
            let isExact = bytes.contains { (0x41...0x5A).contains($0) }
            byFirstWord[Self.digest(of: first[...]), default: []].append(
                Phrase(text: text, words: words, isExact: isExact))
        }
    }

    /// The phrases in a sentence.
    ///
    /// - Parameter words: Where its words stand among the bytes.
    func matches(in words: [Range<Int>], of bytes: [UInt8]) -> [Reading.Match] {
        guard !byFirstWord.isEmpty else { return [] }
        var matches: [Reading.Match] = []
        for (index, word) in words.enumerated() {
            var candidates = byFirstWord[Self.digest(of: bytes[word])] ?? []
            if let stem = Self.singular(bytes[word]) { candidates += byFirstWord[Self.digest(of: stem)] ?? [] }
            for phrase in candidates where Self.stands(phrase, at: index, in: words, of: bytes) {
                let last = words[index + phrase.words.count - 1]
                matches.append(.init(phrase: phrase.text, range: word.lowerBound..<last.upperBound))
            }
        }
        return matches
    }

    private static func stands(
        _ phrase: Phrase, at index: Int, in words: [Range<Int>], of bytes: [UInt8]
    ) -> Bool {
        guard index + phrase.words.count <= words.count else { return false }
        for (position, wanted) in phrase.words.enumerated() {
            let word = bytes[words[index + position]]
            let isLast = position == phrase.words.count - 1
            if phrase.isExact ? word.elementsEqual(wanted) : isSame(word, wanted) { continue }
            guard isLast, !phrase.isExact, let stem = singular(word), isSame(stem, wanted) else { return false }
        }
        return true
    }

    /// A word without the "s" at its end.
    private static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        word.count > 3 && word.last == UInt8(ascii: "s") ? word.dropLast() : nil
    }

    private static func isSame(_ word: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        word.count == wanted.count && zip(word, wanted).allSatisfy { small($0) == small($1) }
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// FNV-1a, of the word in small letters.
    private static func digest(of word: ArraySlice<UInt8>) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(small($1))) &* 0x100_0000_01B3 }
    }
}
