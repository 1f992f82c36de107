/// What a text is like to read: its sentences, how hard its words are, and which phrases of a list are in it.
package struct Reading: Sendable {
    package struct Sentence: Sendable, Hashable {
        /// Where its words stand among the bytes.
        package let range: Range<Int>
        package let words: Int
        let syllables: Int
        /// Whether it ends as a sentence does. Headings, items and cells often do not.
        package let isWhole: Bool
    }

    /// A phrase that was found, and where it stands among the bytes.
    package struct Match: Sendable, Hashable {
        /// As the list has it.
        package let phrase: String
        package let range: Range<Int>
    }

    package private(set) var sentences: [Sentence] = []
    package private(set) var matches: [Match] = []

    /// Reads a text once.
    ///
    /// - Parameter bytes: UTF-8. A line break ends a sentence.
    package init(_ bytes: [UInt8], phrases: PhraseList = PhraseList([])) {
        var words = WordScanner(bytes)
        /// The words of the sentence that is being read.
        var sentence: [Range<Int>] = []
        while let end = words.next(&sentence) {
            if let first = sentence.first, let last = sentence.last {
                sentences.append(
                    Sentence(
                        range: first.lowerBound..<last.upperBound, words: sentence.count,
                        syllables: sentence.reduce(0) { $0 + Syllables.count(in: bytes[$1]) }, isWhole: end == .stop))
                matches += phrases.matches(in: sentence, of: bytes)
            }
            sentence.removeAll(keepingCapacity: true)
        }
    }

    /// The words of whole sentences.
    package var words: Int { whole.reduce(0) { $0 + $1.words } }

    /// The reading ease of the whole sentences: about 100 for a primer, 60 for plain English, below 30 for a statute.
    /// Nil where there are fewer than 100 words, which tell too little.
    ///
    /// R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948).
    package var ease: Double? {
        let whole = whole
        let words = self.words
        guard words >= 100 else { return nil }
        let syllables = whole.reduce(0) { $0 + $1.syllables }
        return 206.835 - 1.015 * Double(words) / Double(whole.count) - 84.6 * Double(syllables) / Double(words)
    }

    private var whole: [Sentence] { sentences.filter(\.isWhole) }
}
