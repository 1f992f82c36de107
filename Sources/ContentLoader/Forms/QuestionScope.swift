import Diagnostics
import Forms

/// The ids that are taken and the questions that conditions may ask about, while a form is read from top to bottom.
struct QuestionScope {
    /// Names that posted forms and their translations use for something else.
    private static let reserved: Set<String> = ["website", "next"]

    private var taken: Set<String> = reserved
    private var questions: [QuestionID: Question] = [:]
    /// Ids of questions that have a fault: conditions on them are passed over, so that one fault is told once.
    private var faulty: Set<String> = []

    /// Takes the id of a step or a question, and reports one that is taken: both are keys of one map in a
    /// translation.
    mutating func take(_ id: String, at location: SourceLocation, _ report: inout DiagnosticReport) {
        guard !taken.insert(id).inserted else { return }
        let why = Self.reserved.contains(id) ? "is a name that forms need for themselves" : "stands twice in the form"
        report.error("duplicate-id", at: location, "the id '\(id)' \(why)", remedy: "choose another")
    }

    /// Takes a question, so that conditions after it may ask about it.
    mutating func take(_ question: Question, at location: SourceLocation, _ report: inout DiagnosticReport) {
        take(question.id.rawValue, at: location, &report)
        questions[question.id] = question
    }

    mutating func pass(over id: String?) {
        if let id { faulty.insert(id) }
    }

    /// Reads `{ question: value }` or `{ question: [value, value] }` and reports questions that are not known yet and
    /// values that cannot be answered.
    func condition(_ value: YAMLValue, _ report: inout DiagnosticReport) -> Condition? {
        guard let mapping = value.mapping(&report) else { return nil }
        let terms = mapping.entries.compactMap { entry -> Condition.Term? in
            guard !faulty.contains(entry.key) else { return nil }
            guard let id = QuestionID(rawValue: entry.key), let question = questions[id] else {
                report.error(
                    "unknown-question", at: entry.location, "no question '\(entry.key)' comes before this condition",
                    remedy: Suggestion.remedy(for: entry.key, among: questions.keys.map(\.rawValue)))
                return nil
            }
            return term(question, entry, &report)
        }
        return terms.count == mapping.entries.count && !terms.isEmpty ? Condition(terms) : nil
    }

    private func term(
        _ question: Question, _ entry: YAMLMapping.Entry, _ report: inout DiagnosticReport
    ) -> Condition.Term? {
        guard let choices = question.kind.choices else {
            report.error(
                "not-a-choice", at: entry.location, "'\(question.id)' has no choices that a condition could ask for",
                remedy: "ask about a question of kind yes-no, radios or checkboxes")
            return nil
        }
        let items = entry.value.scalar == nil ? entry.value.list(&report) : [entry.value]
        let values = items.compactMap { item -> String? in
            guard let value = item.text(&report) else { return nil }
            guard choices.contains(value) else {
                report.error(
                    "unknown-choice", at: item.location, "'\(question.id)' has no choice '\(value)'",
                    remedy: Suggestion.remedy(for: value, among: choices))
                return nil
            }
            return value
        }
        return values.isEmpty ? nil : Condition.Term(question: question.id, values: values)
    }
}
