import FoundationEssentials

extension DiagnosticReport {
    /// The report as NDJSON, one `{severity, code, file, line, column, message, remedy}` a line; a value that does not
    /// apply is null.
    ///
    /// - Throws: `EncodingError`, which text cannot cause.
    package func ndjson() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try sorted.map { String(decoding: try encoder.encode(Row($0)), as: UTF8.self) + "\n" }.joined()
    }

    private struct Row: Encodable {
        let diagnostic: Diagnostic

        init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

        enum Key: String, CodingKey { case severity, code, file, line, column, message, remedy }

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: Key.self)
            try row.encode(diagnostic.severity, forKey: .severity)
            try row.encode(diagnostic.code, forKey: .code)
            try row.encode(diagnostic.location.file, forKey: .file)
            try row.encode(diagnostic.location.line, forKey: .line)
            try row.encode(diagnostic.location.column, forKey: .column)
            try row.encode(diagnostic.message, forKey: .message)
            try row.encode(diagnostic.remedy, forKey: .remedy)
        }
    }
}
