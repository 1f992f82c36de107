extension SearchQuery {
    /// How long an ending after an apostrophe is that is no word: the `s` of "victim's", the `th` of "i'th".
    private static let longestEnding = 2

    private static let softHyphen: Unicode.Scalar = "\u{AD}"

    /// The words of a text in lower case. Endings after an apostrophe are left out, as in "what's" and "tŷ'r".
    static func words(in text: Substring.UnicodeScalarView) -> [String] {
        var words: [String] = []
        let chunks = text.filter { $0 != softHyphen }.split { !isPartOfWord($0) && !isApostrophe($0) }
        for chunk in chunks {
            for (index, part) in chunk.split(whereSeparator: isApostrophe).enumerated()
            where part.contains(where: isLetterOrDigit) && (index == 0 || part.count > longestEnding) {
                words.append(String(part).lowercased())
            }
        }
        return words
    }

    /// The modifier letter is a letter to Unicode, and an apostrophe to those who type it.
    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "`", "\u{B4}", "\u{2BC}", "\u{2018}", "\u{2019}": true
        default: false
        }
    }

    /// A mark belongs to its letter: "ŷ" may be one character or a "y" and a circumflex.
    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        guard !isApostrophe(scalar) else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return isLetterOrDigit(scalar)
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
