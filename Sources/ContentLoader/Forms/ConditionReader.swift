import Diagnostics
import Forms

/// Reads conditions: `{ question: value }`, `{ question: [value, value] }`, `{ question: { at-least: 3 } }`, and those
/// joined by `all`, `any` and `not`. Everything in one map must hold.
struct ConditionReader {
    let scope: QuestionScope

    func read(_ value: YAMLValue, _ report: inout DiagnosticReport) -> Condition? {
        guard let mapping = value.mapping(&report) else { return nil }
        if mapping.entries.isEmpty { reportEmpty(value, &report) }
        let terms = mapping.entries.compactMap { self.terms($0, &report) }
        return terms.count == mapping.entries.count && !terms.isEmpty ? Condition(terms.flatMap { $0 }) : nil
    }

    private func terms(_ entry: YAMLMapping.Entry, _ report: inout DiagnosticReport) -> [Condition.Term]? {
        switch entry.key {
        case "not": return read(entry.value, &report).map { [.not($0)] }
        case "all": return several(entry.value, &report).map { $0.flatMap(\.terms) }
        case "any": return several(entry.value, &report).map { [.any($0)] }
        default: return term(entry, &report).map { [$0] }
        }
    }

    private func several(_ value: YAMLValue, _ report: inout DiagnosticReport) -> [Condition]? {
        let items = value.list(&report)
        if items.isEmpty, value.isList { reportEmpty(value, &report) }
        let conditions = items.compactMap { read($0, &report) }
        return conditions.count == items.count && !items.isEmpty ? conditions : nil
    }

    private func term(_ entry: YAMLMapping.Entry, _ report: inout DiagnosticReport) -> Condition.Term? {
        guard !scope.faulty.contains(entry.key) else { return nil }
        guard let id = QuestionID(rawValue: entry.key), let question = scope.questions[id] else {
            guard !scope.isPartial else { return nil }
            report.error(
                "unknown-question", at: entry.location, "no question '\(entry.key)' comes before this condition",
                remedy: Suggestion.remedy(
                    for: entry.key, among: scope.questions.keys.map(\.rawValue) + ["all", "any", "not"]))
            return nil
        }
        if entry.value.isMapping { return comparison(question, entry, &report) }
        return values(question, entry, &report).map { .init(question: question.id, values: $0) }
    }

    private func reportEmpty(_ value: YAMLValue, _ report: inout DiagnosticReport) {
        report.error(
            "empty", at: value.location, "this asks for nothing", remedy: "say what must hold, or leave the key out")
    }

    private func values(
        _ question: Question, _ entry: YAMLMapping.Entry, _ report: inout DiagnosticReport
    ) -> [String]? {
        guard let choices = question.kind.behaviour.choices else {
            report.error(
                "not-a-choice", at: entry.location, "'\(question.id)' has no choices that a condition could ask for",
                remedy: "ask about a question with choices, or write { answered: yes }"
                    + (Self.operators(for: question).dropFirst().first.map { " or { \($0): … }" } ?? ""))
            return nil
        }
        let items = entry.value.scalar == nil ? entry.value.list(&report) : [entry.value]
        if items.isEmpty, entry.value.isList { reportEmpty(entry.value, &report) }
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
        return values.isEmpty ? nil : values
    }

    private static let numbers: [String: Comparison.Relation] = [
        "less-than": .less, "at-most": .atMost, "at-least": .atLeast, "more-than": .more,
    ]
    private static let days: [String: Comparison.Relation] = [
        "before": .less, "on-or-before": .atMost, "on-or-after": .atLeast, "after": .more,
    ]

    /// What a condition may say of a question besides its values.
    private static func operators(for question: Question) -> [String] {
        switch question.kind.behaviour.shape {
        case .text: ["answered", "contains"]
        case .number: ["answered"] + numbers.keys.sorted()
        case .day: ["answered"] + days.keys.sorted()
        case .choice, .nothing: ["answered"]
        }
    }

    /// Reads `{ operator: value }`. Several operators must all hold.
    private func comparison(
        _ question: Question, _ entry: YAMLMapping.Entry, _ report: inout DiagnosticReport
    ) -> Condition.Term? {
        let operators = Self.operators(for: question)
        guard let mapping = entry.value.mapping(keys: operators, &report) else { return nil }
        if mapping.entries.isEmpty { reportEmpty(entry.value, &report) }
        let known = mapping.entries.filter { operators.contains($0.key) }
        let terms = known.compactMap { self.term(question, $0, &report) }
        guard terms.count == mapping.entries.count, let first = terms.first else { return nil }
        return terms.count == 1 ? first : .any([Condition(terms)])
    }

    private func term(
        _ question: Question, _ entry: YAMLMapping.Entry, _ report: inout DiagnosticReport
    ) -> Condition.Term? {
        let one = YAMLMapping(location: entry.location, entries: [entry])
        if entry.key == "answered" {
            let isAnswered = Condition.Term.answer(question.id, .answered)
            return one.flag("answered", default: true, &report) ? isAnswered : .not(Condition([isAnswered]))
        }
        if entry.key == "contains" {
            return entry.value.text(&report).map { .answer(question.id, .contains($0)) }
        }
        if let relation = Self.days[entry.key] {
            return one.parsed(entry.key, as: "a day", remedy: KindReader.dayRemedy, &report) {
                DayExpression(rawValue: $0)
            }.map { .answer(question.id, .day(relation, $0)) }
        }
        guard let relation = Self.numbers[entry.key] else { return nil }
        return one.parsed(entry.key, as: "a number", &report) { Hundredths($0) }
            .map { .answer(question.id, .number(relation, $0)) }
    }
}
