import Diagnostics
import Forms

/// Reads one question.
enum QuestionReader {
    private static let keys = ["id", "kind", "label", "hint", "noun", "optional", "when"]

    static func read(
        _ value: YAMLValue, in scope: inout QuestionScope, _ report: inout DiagnosticReport
    ) -> Question? {
        guard let shape = value.mapping(&report) else { return nil }
        let names = QuestionKind.Name.allCases.map(\.rawValue)
        let name = shape.parsed(
            "kind", as: "a kind of question",
            remedy: Suggestion.remedy(for: shape["kind"]?.scalar ?? "", among: names), &report
        ) { QuestionKind.Name(rawValue: $0) }
        guard let name, let mapping = value.mapping(keys: keys + settings(of: name), &report) else {
            scope.pass(over: shape["id"]?.scalar)
            return nil
        }
        let id = mapping.parsed("id", as: "an id", remedy: idRemedy, &report) { QuestionID(rawValue: $0) }
        let label = mapping.requiredText("label", &report)
        let hint = mapping.text("hint", &report)
        let noun = mapping.text("noun", &report)
        let optional = mapping.flag("optional", default: false, &report)
        let when = mapping["when"].flatMap { scope.condition($0, &report) }
        let kind = kind(name, mapping, &report)
        guard let id, let label else {
            scope.pass(over: shape["id"]?.scalar)
            return nil
        }
        let question = Question(
            id: id, label: LocalizedText(label), hint: hint.map { LocalizedText($0) },
            noun: noun.map { LocalizedText($0) }, optional: optional, when: when, kind: kind)
        scope.take(question, at: value.location, &report)
        return question
    }

    /// The keys that a kind has besides those of every question.
    private static func settings(of name: QuestionKind.Name) -> [String] {
        switch name {
        case .text, .name: ["limit", "autocomplete"]
        case .textarea: ["limit"]
        case .radios, .checkboxes: ["options"]
        case .date: ["past", "future"]
        case .email, .phone, .yesNo, .address: []
        }
    }

    private static func kind(
        _ name: QuestionKind.Name, _ mapping: YAMLMapping, _ report: inout DiagnosticReport
    ) -> QuestionKind {
        switch name {
        case .text:
            let limit = mapping.number("limit", default: TextQuestion.defaultLimit, &report)
            return .text(TextQuestion(limit: limit, autocomplete: mapping.text("autocomplete", &report)))
        case .name:
            let limit = mapping.number("limit", default: NameQuestion.defaultLimit, &report)
            return .name(NameQuestion(limit: limit, autocomplete: mapping.text("autocomplete", &report)))
        case .textarea:
            return .textarea(
                TextareaQuestion(limit: mapping.number("limit", default: TextareaQuestion.defaultLimit, &report)))
        case .email: return .email(EmailQuestion())
        case .phone: return .phone(PhoneQuestion())
        case .yesNo: return .yesNo(YesNoQuestion())
        case .radios: return .radios(RadiosQuestion(options: options(mapping, &report)))
        case .checkboxes: return .checkboxes(CheckboxesQuestion(options: options(mapping, &report)))
        case .date:
            return .date(
                DateQuestion(
                    past: mapping.flag("past", default: false, &report),
                    future: mapping.flag("future", default: false, &report)))
        case .address: return .address(AddressQuestion())
        }
    }

    private static func options(_ mapping: YAMLMapping, _ report: inout DiagnosticReport) -> [Choice] {
        guard let value = mapping.required("options", &report), let options = value.mapping(&report) else { return [] }
        return options.entries.compactMap { entry in
            guard QuestionID(rawValue: entry.key) != nil else {
                report.error("malformed", at: entry.location, "'\(entry.key)' is not an id", remedy: idRemedy)
                return nil
            }
            return entry.value.text(&report).map { Choice(value: entry.key, label: LocalizedText($0)) }
        }
    }
}
