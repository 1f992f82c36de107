import Forms

/// A document as the file keeps it: one text for each column that is searched.
struct IndexedText: Sendable, Hashable {
    let language: Language
    let title: String
    let keywords: String
    let description: String
    let body: String

    init(_ document: SearchDocument) {
        language = document.language
        title = Self.cleaned(document.title)
        keywords = document.keywords.map(Self.cleaned).joined(separator: ", ")
        description = Self.cleaned(document.description ?? "")
        body = Self.cleaned(document.body)
    }

    /// The columns in the order of the schema.
    var columns: [String] { [title, keywords, description, body] }

    /// Whether this text comes first in the file. The order is there so that equal input makes equal bytes.
    func precedes(_ other: IndexedText) -> Bool {
        ([language.rawValue] + columns).lexicographicallyPrecedes([other.language.rawValue] + other.columns)
    }

    /// Inside a word it would make two words of it.
    private static let softHyphen: Unicode.Scalar = "\u{AD}"

    /// A text without control characters, which mark matches in what is found, and with single spaces.
    private static func cleaned(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isAfterSpace = false
        for scalar in text.unicodeScalars where scalar != softHyphen {
            guard !isSpace(scalar) else {
                isAfterSpace = !scalars.isEmpty
                continue
            }
            if isAfterSpace { scalars.append(" ") }
            isAfterSpace = false
            scalars.append(scalar)
        }
        return String(scalars)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar.value <= 0x20 || scalar.value == 0x7F }
        return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
}
