/// A text in which FTS5 has marked what matches, with control characters that no indexed text holds.
struct MarkedText: Sendable, Hashable {
    /// Start of text and end of text, as the arguments of FTS5's `highlight` and `snippet`.
    static let marksInSQL = "char(2), char(3)"
    private static let opening: Unicode.Scalar = "\u{2}"
    private static let closing: Unicode.Scalar = "\u{3}"

    private let text: String

    init(_ text: String) {
        self.text = text
    }

    var isEmpty: Bool { text.isEmpty }
    var hasMatch: Bool { text.unicodeScalars.contains(Self.opening) }

    /// The parts that match and the parts between them, with the facts of a force in their places.
    func fragments(_ facts: [Int: String]) -> [SearchResult.Fragment] {
        let parts = text.unicodeScalars.split(omittingEmptySubsequences: false) {
            $0 == Self.opening || $0 == Self.closing
        }
        return parts.enumerated().compactMap { index, part in
            let text = FactMark.filled(String(part), facts)
            return text.isEmpty ? nil : SearchResult.Fragment(text: text, isMatch: !index.isMultiple(of: 2))
        }
    }
}
