/// A page's source, split into the YAML between two lines of `---` and the Markdown after them.
package struct FrontMatter: Sendable, Hashable {
    package let yaml: String
    /// How many lines of the file stand before the YAML.
    package let yamlLineOffset: Int
    package let body: String
    /// How many lines of the file stand before the body.
    package let bodyLineOffset: Int

    package enum Fault: Error, Hashable, Sendable {
        /// The file does not begin with `---`.
        case missing
        /// The second `---` never comes.
        case unclosed
    }

    /// Splits a file. Lines may end in LF or CRLF; a byte order mark is passed over.
    ///
    /// - Throws: `Fault`.
    package init(splitting source: String) throws(Fault) {
        let text = source.hasPrefix("\u{FEFF}") ? source.dropFirst() : source[...]
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        guard let first = lines.first, Self.isFence(first) else { throw .missing }
        guard let end = lines.dropFirst().firstIndex(where: Self.isFence) else { throw .unclosed }
        yaml = lines[1..<end].map { $0 + "\n" }.joined()
        yamlLineOffset = 1
        body = lines[(end + 1)...].joined(separator: "\n")
        bodyLineOffset = end + 1
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
}
