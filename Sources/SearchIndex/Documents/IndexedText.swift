import Forms

/// A document as the file keeps it: one text for each column that is searched.
struct IndexedText: Sendable {
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

    /// Inside a word it would make two words of it.
    private static let softHyphen: Unicode.Scalar = "\u{AD}"

    /// A text without control characters, which mark matches in what is found, and with single spaces.
    private static func cleaned(_ text: String) -> String {
        guard !isClean(text) else { return text }
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

    /// Whether nothing can be in a text that has to be cleaned off, judged by bytes alone.
    private static func isClean(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            // As if a space stood before: none may begin the text.
            var last: UInt8 = 0x20
            for index in bytes.indices {
                let byte = bytes[index]
                switch byte {
                case ...0x1F, 0x7F, 0xC2, 0xE1, 0xE3: return false
                case 0x20 where last == 0x20: return false
                // U+2000 to U+203F but for quotation marks and dashes, and U+2040 to U+207F but for the marks of facts.
                case 0xE2:
                    guard index + 2 < bytes.count else { return false }
                    let (second, third) = (bytes[index + 1], bytes[index + 2])
                    let isPlain = second == 0x80 ? (0x90...0xA7).contains(third) : (0xA1...0xA4).contains(third)
                    if second <= 0x81, !isPlain { return false }
                default: break
                }
                last = byte
            }
            return last != 0x20
        }
    }
}
