import Forms
import TemplateEngine

/// Draws the questions of a step: each kind as one of the shapes that the templates know.
struct QuestionViews {
    let wording: FormWording
    let entry: StepEntry
    let faults: [Fault]
    let earlier: [QuestionID: Answer]

    /// The shapes. Every question has all of these names, and exactly one of them is not null.
    static let shapes = ["input", "textarea", "radios", "checkboxes", "date", "address"]

    /// The questions that stand on their own, those that belong to an option inside it.
    func value(of step: Step) -> TemplateValue {
        var nested: [QuestionID: [Question]] = [:]
        var free: [Question] = []
        for question in step.questions where mayBeAsked(question, in: step) {
            if let host = Self.host(of: question, in: step) {
                nested[host.id, default: []].append(question)
            } else {
                free.append(question)
            }
        }
        return .list(free.map { value(of: $0, nested: nested) })
    }

    /// Whether the answers of earlier steps leave the question to be asked. What its condition says of questions of
    /// the same step is for the citizen to see: those are answered on the same page.
    private func mayBeAsked(_ question: Question, in step: Step) -> Bool {
        let terms = question.when?.terms.filter { term in !step.questions.contains { $0.id == term.question } }
        return Condition(terms ?? []).holds(for: earlier)
    }

    /// The question of the same step whose one option reveals this one.
    private static func host(of question: Question, in step: Step) -> Question? {
        guard let term = question.when?.terms.first, question.when?.terms.count == 1, term.values.count == 1 else {
            return nil
        }
        return step.questions.first { $0.id == term.question && $0.kind.choices?.contains(term.values[0]) == true }
    }

    func value(of question: Question, nested: [QuestionID: [Question]]) -> TemplateValue {
        let findings = faults.filter { $0.question == question.id }.map(\.finding)
        let whole = findings.first { !showsErrorsByPart(question) || $0.part == nil }
        let error = whole.map { wording.message(for: $0, in: question) }
        var members: [String: TemplateValue] = [
            "id": .text(question.id.rawValue),
            "label": .text(question.label[wording.language]),
            "hint": .text(orNull: question.hint?[wording.language]),
            "error": .text(orNull: error),
            "optional": .flag(question.optional),
            "describedby": describedBy(
                question.id.rawValue, hint: question.hint != nil, error: error != nil),
        ]
        for shape in Self.shapes { members[shape] = .null }
        let (shape, value) = shape(of: question, findings: findings, nested: nested)
        members[shape] = value
        return .object(members)
    }

    private func shape(
        of question: Question, findings: [Judgement.Finding], nested: [QuestionID: [Question]]
    ) -> (name: String, value: TemplateValue) {
        let typed = entry.typed(for: question)
        switch question.kind {
        case .text(let text):
            let width = text.limit <= 20 ? "short" : text.limit <= 60 ? "medium" : "full"
            return ("input", input(typed.value, autocomplete: text.autocomplete, width: width))
        case .name(let name):
            return ("input", input(typed.value, autocomplete: name.autocomplete, width: "medium"))
        case .email:
            return ("input", input(typed.value, type: "email", autocomplete: "email", width: "full"))
        case .phone:
            return ("input", input(typed.value, type: "tel", autocomplete: "tel", width: "medium"))
        case .textarea(let textarea):
            let rows = textarea.limit <= 500 ? "4" : "8"
            return (
                "textarea",
                ["value": .text(typed.value), "rows": .text(rows), "limit": .text(textarea.limit.grouped)]
            )
        case .yesNo, .radios:
            return ("radios", ["options": options(of: question, chosen: [typed.value], nested: nested)])
        case .checkboxes:
            return ("checkboxes", ["options": options(of: question, chosen: Set(typed.values), nested: nested)])
        case .date:
            return ("date", ["parts": dateParts(of: question, typed: typed, findings: findings)])
        case .address:
            return ("address", ["parts": addressParts(of: question, typed: typed, findings: findings)])
        }
    }

    private func input(
        _ value: String, type: String = "text", autocomplete: String?, width: String
    ) -> TemplateValue {
        [
            "type": .text(type), "inputmode": .null, "autocomplete": .text(orNull: autocomplete),
            "value": .text(value), "width": .text(width),
        ]
    }

    /// Whether each part shows its own error; a date shows one for all its parts.
    func showsErrorsByPart(_ question: Question) -> Bool {
        if case .address = question.kind { true } else { false }
    }

    func describedBy(_ id: String, hint: Bool, error: Bool) -> TemplateValue {
        let ids = (hint ? ["\(id):hint"] : []) + (error ? ["\(id):error"] : [])
        return ids.isEmpty ? .null : .text(ids.joined(separator: " "))
    }
}
