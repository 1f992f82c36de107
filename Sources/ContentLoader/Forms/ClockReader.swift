import Diagnostics
import Forms

/// Reads the `clock:` of a form: one, or a list of several.
enum ClockReader {
    /// The longest period, in days.
    private static let longest = 3_660

    /// - Returns: Nil where the form sets no clock.
    static func read(_ value: YAMLValue?, of source: FormSource, _ report: inout DiagnosticReport) -> [FormClock]? {
        guard let value else { return nil }
        return (value.isMapping ? [value] : value.list(&report)).compactMap { item in
            guard let mapping = item.mapping(keys: ["label", "days", "from"], &report) else { return nil }
            let label = mapping.requiredText("label", &report)
            let days = mapping.parsed("days", as: "a number of days from 1 to \(longest)", &report) { text in
                Int(text).flatMap { (1...longest).contains($0) ? $0 : nil }
            }
            var clock = FormClock(label: LocalizedText(label ?? ""), days: days ?? 1)
            if let from = mapping["from"] {
                guard let question = question(from, of: source, &report) else { return nil }
                clock.from = question
            }
            return label == nil || days == nil ? nil : clock
        }
    }

    private static func question(
        _ value: YAMLValue, of source: FormSource, _ report: inout DiagnosticReport
    ) -> QuestionID? {
        guard let text = value.text(&report) else { return nil }
        let questions = source.definition.steps.flatMap(\.questions)
        guard let question = questions.first(where: { $0.id.rawValue == text }) else {
            report.error(
                "unknown-question", at: value.location, "the form has no question '\(text)'",
                remedy: Suggestion.remedy(for: text, among: questions.map(\.id.rawValue)))
            return nil
        }
        guard question.kind.name == .date else {
            report.error(
                "not-date", at: value.location, "'\(text)' does not ask for a day",
                remedy: "name a question of the kind 'date', or take 'from' out to count from the day of the report")
            return nil
        }
        return question.id
    }
}
