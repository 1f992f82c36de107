import Diagnostics
import Forms

/// Reads `strings.<language>.yml`.
enum WordsReader {
    /// Flattens the tree of strings to dotted keys. Reports keys that code of ours needs and that are not there.
    ///
    /// - Returns: The words, where each stands, and whether a translator has reviewed them: `reviewed` at the top.
    static func read(
        _ value: YAMLValue, _ report: inout DiagnosticReport
    ) -> (words: Words, locations: [String: SourceLocation], isReviewed: Bool) {
        var texts: [String: String] = [:]
        var locations: [String: SourceLocation] = [:]
        flatten(value, prefix: "", into: &texts, &locations, &report)
        let isReviewed = texts.removeValue(forKey: "reviewed").flatMap(CalendarDate.init(iso:)) != nil
        locations["reviewed"] = nil
        for key in Words.required.subtracting(texts.keys).sorted() {
            report.error(
                "missing-string", at: SourceLocation(file: value.file), "the string '\(key)' is missing",
                remedy: "add it")
        }
        return (Words(texts), locations, isReviewed)
    }

    /// Reports every string that one language has and the other has not. Languages have plural forms of their own.
    static func compare(_ words: [Language: (words: Words, file: String)], _ report: inout DiagnosticReport) {
        for (language, own) in words {
            for (other, theirs) in words where other != language {
                for key in Set(theirs.words.texts.keys).subtracting(own.words.texts.keys)
                    .subtracting(Words.required).sorted() where Words.pluralBase(of: key) == nil
                {
                    report.error(
                        "missing-string", at: SourceLocation(file: own.file),
                        "the string '\(key)' is missing", remedy: "\(theirs.file) has it; translate it")
                }
            }
        }
    }

    private static func flatten(
        _ value: YAMLValue, prefix: String, into texts: inout [String: String],
        _ locations: inout [String: SourceLocation], _ report: inout DiagnosticReport
    ) {
        guard value.scalar == nil else {
            if let text = value.text(&report) { texts[prefix] = text }
            locations[prefix] = value.location
            return
        }
        for entry in value.mapping(&report)?.entries ?? [] {
            let key = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
            flatten(entry.value, prefix: key, into: &texts, &locations, &report)
        }
    }
}
