/// The form of the small site with other steps, a line for each question.
///
/// The first question stands in line 10 where `form:` has no further keys, and every question begins in column 11.
enum SmallForm {
    static let path = "national/report/theft.md"

    /// The page of the form, as a change to the small site.
    ///
    /// - Parameters:
    ///   - steps: What `step` makes, or `- use: …`.
    ///   - keys: Further lines below `form:`.
    static func of(_ steps: String..., keys: [String] = []) -> [String: String?] {
        [path: page(steps, keys: keys)]
    }

    /// A form of one step.
    static func asking(_ questions: String..., keys: [String] = [], step: [String] = []) -> [String: String?] {
        [path: page([written("first", questions, keys: step)], keys: keys)]
    }

    /// - Parameters:
    ///   - questions: Each a map on one line; none where `keys` say what is asked.
    ///   - keys: Further lines of the step, below its questions.
    static func step(_ id: String, _ questions: String..., keys: [String] = []) -> String {
        written(id, questions, keys: keys)
    }

    static func page(_ steps: [String], keys: [String] = [], title: String = "Report a theft", code: String = "THE")
        -> String
    {
        let lines = ["code: \(code)", "next: We call you."] + keys + ["steps:"] + steps.map { indented($0) }
        return "---\ntitle: \(title)\nform:\n\(indented(lines.joined(separator: "\n")))\n---\nTell us.\n"
    }

    private static func written(_ id: String, _ questions: [String], keys: [String]) -> String {
        let lines = ["- id: \(id)", "  title: Step \(id)", "  questions:"] + questions.map { "    - \($0)" }
        return (lines + keys.map { "  \($0)" }).joined(separator: "\n")
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    }
}
