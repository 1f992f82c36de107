import Forms
import TemplateEngine

extension QuestionViews {
    func dateParts(
        of question: Question, typed: TypedAnswer, findings: [Judgement.Finding]
    ) -> TemplateValue {
        let wrong: [String] =
            switch findings.first?.code {
            case nil: []
            case .dateMissingDay: ["day"]
            case .dateMissingMonth: ["month"]
            case .dateMissingYear: ["year"]
            case .dateMissingDayMonth: ["day", "month"]
            case .dateMissingDayYear: ["day", "year"]
            case .dateMissingMonthYear: ["month", "year"]
            default: question.kind.behaviour.parts
            }
        return .list(
            question.kind.behaviour.parts.map { part in
                [
                    "id": .text("\(question.id).\(part)"),
                    "name": .text("\(question.id).\(part)"),
                    "label": .text(wording.words("parts.\(part)")),
                    "value": .text(typed[part]),
                    "width": .text(part == "year" ? "4" : "2"),
                    "wrong": .flag(wrong.contains(part)),
                ]
            })
    }

    func addressParts(
        of question: Question, typed: TypedAnswer, findings: [Judgement.Finding]
    ) -> TemplateValue {
        .list(
            question.kind.behaviour.parts.map { part in
                let id = "\(question.id).\(part)"
                let finding = findings.first { $0.part == part }
                return [
                    "id": .text(id),
                    "name": .text(id),
                    "label": .text(wording.words("parts.\(part)")),
                    "value": .text(typed[part]),
                    "autocomplete": .text(Self.autocomplete[part] ?? "off"),
                    "width": .text(part == "postcode" ? "short" : part == "town" ? "medium" : "full"),
                    "error": .text(orNull: finding.map { wording.message(for: $0, in: question) }),
                    "describedby": describedBy(id, hint: false, error: finding != nil),
                ]
            })
    }

    /// The autofill tokens of an address (HTML, autofill).
    private static let autocomplete = [
        "line1": "address-line1", "line2": "address-line2", "town": "address-level2", "postcode": "postal-code",
    ]
}
