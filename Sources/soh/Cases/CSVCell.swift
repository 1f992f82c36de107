/// A cell of a table that programs for spreadsheets open.
enum CSVCell {
    /// The text between quotes (RFC 4180, section 2).
    ///
    /// What a program would take for a formula gets an apostrophe before it, which such programs take for the sign of a
    /// text. Control characters become spaces; line feeds stay.
    static func quoted(_ text: String) -> String {
        // By scalars: a combining mark after a quote or an equals sign hides nothing.
        var cell = "\"".unicodeScalars
        if isFormula(text) { cell.append("'") }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": cell.append(scalar)
            case "\"": cell.append(contentsOf: "\"\"".unicodeScalars)
            case _ where scalar.properties.generalCategory == .control: cell.append(" ")
            default: cell.append(scalar)
            }
        }
        cell.append("\"")
        return String(cell)
    }

    /// Whether the first thing to be seen begins a formula, or the text begins with what moves to another cell.
    private static func isFormula(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
            case _ where isSkipped(scalar): continue
            default: return false
            }
        }
        return false
    }

    /// Whether a program may read past it: spaces, what becomes a space, and what is not seen.
    private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
            || [.control, .format].contains(scalar.properties.generalCategory)
    }
}
