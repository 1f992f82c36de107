/// What somebody searched for, as lower-case words of letters and digits.
package struct SearchQuery: Sendable, Hashable {
    /// How much of the text is read, in Unicode scalars: more than anybody types, and little to work on.
    static let longestText = 200
    /// How many words are looked for: each is looked up in every text that has all the others.
    static let mostTerms = 10
    /// How much of a word is looked for, in Unicode scalars: longer than the longest word of both languages.
    static let longestTerm = 64

    /// The words, each once. None is empty or holds anything that FTS5 has a meaning for.
    package let terms: [String]
    /// Whether something was left out because the text is too long.
    package let wasCut: Bool

    package var isEmpty: Bool { terms.isEmpty }

    /// Reads what was typed, whatever it is. Words that nearly every page has are left out unless there are no others.
    package init(_ text: String) {
        let words = Self.words(in: text.unicodeScalars.prefix(Self.longestText))
        let telling = words.filter { !StopWords.all.contains($0) }
        var known: Set<String> = []
        let wanted = (telling.isEmpty ? words : telling)
            .map { String($0.unicodeScalars.prefix(Self.longestTerm)) }
            .filter { known.insert($0).inserted }
        terms = Array(wanted.prefix(Self.mostTerms))
        wasCut =
            !text.unicodeScalars.dropFirst(Self.longestText).isEmpty || wanted.count > Self.mostTerms
            || words.contains { $0.unicodeScalars.count > Self.longestTerm }
    }
}

extension SearchQuery: CustomStringConvertible {
    /// Does not tell the words, so that no log does.
    package var description: String { "SearchQuery" }
}
