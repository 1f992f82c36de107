import Diagnostics
import Forms

/// Reads one question.
enum QuestionReader {
    private static let keys = ["id", "kind", "label", "hint", "noun", "optional", "when", "danger", "advice"]

    /// - Parameter mapping: What the author wrote; of a shared question with the changes that a form makes.
    static func read(
        _ mapping: YAMLMapping, in scope: inout QuestionScope, _ report: inout DiagnosticReport
    ) -> Question? {
        let names = QuestionKind.Name.allCases.map(\.rawValue)
        let name = mapping.parsed(
            "kind", as: "a kind of question",
            remedy: Suggestion.remedy(for: mapping["kind"]?.scalar ?? "", among: names), &report
        ) { QuestionKind.Name(rawValue: $0) }
        guard let name else {
            scope.pass(over: mapping["id"]?.scalar)
            return nil
        }
        mapping.reportUnknown(besides: keys + KindReader.keys(of: name), &report)
        let id = mapping.parsed("id", as: "an id", remedy: idRemedy, &report) { QuestionID(rawValue: $0) }
        let label = mapping.requiredText("label", &report)
        let hint = mapping.text("hint", &report)
        let noun = mapping.text("noun", &report)
        let optional = mapping.flag("optional", default: false, &report)
        let when = mapping["when"].flatMap { scope.condition($0, &report) }
        let kind = KindReader(mapping: mapping).kind(name, &report)
        guard let id, let label else {
            scope.pass(over: mapping["id"]?.scalar)
            return nil
        }
        var question = Question(
            id: id, label: LocalizedText(label), hint: hint.map { LocalizedText($0) },
            noun: noun.map { LocalizedText($0) }, optional: optional, when: when, kind: kind)
        question.danger = danger(mapping, kind, &report)
        question.advice = advice(mapping, kind, &report)
        scope.take(question, at: mapping.location, &report)
        return question
    }

    private static func danger(
        _ mapping: YAMLMapping, _ kind: QuestionKind, _ report: inout DiagnosticReport
    ) -> Bool {
        guard let value = mapping["danger"], mapping.flag("danger", default: false, &report) else { return false }
        if [.yesNo, .radios].contains(kind.name), kind.behaviour.choices?.contains(Question.dangerValue) == true {
            return true
        }
        report.error(
            "danger-without-yes", at: value.location, "a question of danger is one that can be answered with yes",
            remedy: "make it a question of the kind yes-no, or of radios with the option 'yes'")
        return false
    }

    private static func advice(
        _ mapping: YAMLMapping, _ kind: QuestionKind, _ report: inout DiagnosticReport
    ) -> [String: LocalizedText] {
        var advice: [String: LocalizedText] = [:]
        for entry in mapping["advice"]?.mapping(&report)?.entries ?? [] {
            guard [.yesNo, .radios, .checkboxes].contains(kind.name) else {
                report.error(
                    "misplaced-advice", at: entry.location, "advice stands beside radios and checkboxes only",
                    remedy: "say it in the hint")
                continue
            }
            let choices = kind.behaviour.choices ?? []
            guard choices.contains(entry.key) else {
                report.error(
                    "unknown-choice", at: entry.location, "the question has no choice '\(entry.key)'",
                    remedy: Suggestion.remedy(for: entry.key, among: choices))
                continue
            }
            if let text = entry.value.text(&report) { advice[entry.key] = LocalizedText(text) }
        }
        return advice
    }
}
