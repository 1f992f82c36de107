extension DiagnosticReport {
    /// The report as a person reads it: `file:line:column: error: message`, the line it speaks of with a caret under
    /// the place, and the remedy.
    ///
    /// - Parameter source: Gives the text of a file for the excerpts; nil leaves an excerpt out.
    package func text(source: (_ file: String) -> String?) -> String {
        var lines: [String] = []
        for diagnostic in sorted {
            lines.append("\(diagnostic.location): \(diagnostic.severity.rawValue): \(diagnostic.message)")
            lines += Self.excerpt(of: diagnostic.location, source: source)
            if let remedy = diagnostic.remedy { lines.append("    = \(remedy)") }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func excerpt(of location: SourceLocation, source: (String) -> String?) -> [String] {
        guard let line = location.line, let text = source(location.file) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return [] }
        let shown = lines[line - 1].printable
        let gutter = "\(line)"
        var excerpt = ["\(gutter) | \(shown)"]
        if let column = location.column {
            let blank = String(repeating: " ", count: gutter.count)
            excerpt.append("\(blank) | \(String(repeating: " ", count: max(0, column - 1)))^")
        }
        return excerpt
    }
}
