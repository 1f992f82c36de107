import Forms
import TemplateEngine

/// Draws the questions of a step: each kind as one of the shapes that the templates know.
struct QuestionViews {
    let wording: FormWording
    let step: Step
    let entry: StepEntry
    let faults: [Fault]
    let earlier: KnownAnswers
    let today: CalendarDate
    /// Whether what was typed is left open, to be filled in later.
    var leavesGaps = false

    private var presets: Set<QuestionID> { wording.definition.presetQuestions }

    /// The questions that stand on their own, those that belong to an option inside it.
    var value: TemplateValue {
        var nested: [Step.Reveal: [Question]] = [:]
        var free: [Question] = []
        let presets = presets
        for question in step.questions
        where step.mayAsk(question, after: earlier, presets: presets, today: today) {
            if let reveal = step.reveal(of: question, presets: presets) {
                nested[reveal, default: []].append(question)
            } else {
                free.append(question)
            }
        }
        return .list(free.map { value(of: $0, nested: nested) })
    }

    private func value(of question: Question, nested: [Step.Reveal: [Question]]) -> TemplateValue {
        let view = question.view
        let findings = faults.filter { $0.question == question.id }.map(\.finding)
        let whole = findings.first { !view.showsErrorsByPart || $0.part == nil }
        let error = whole.map { wording.message(for: $0, in: question) }
        var members: [String: TemplateValue] = [
            "id": .text(question.id.rawValue),
            "label": .text(question.label[wording.language]),
            "hint": .text(orNull: question.hint?[wording.language]),
            "error": .text(orNull: error),
            "optional": .flag(question.optional),
            "describedby": Self.describedBy(
                question.id.rawValue, hint: question.hint != nil, error: error != nil),
        ]
        for shape in QuestionShape.allCases { members[shape.rawValue] = .null }
        let context = QuestionContext(
            views: self, question: question, typed: entry.typed(for: question), findings: findings)
        var (shape, value) = view.shape(in: context)
        if question.kind.behaviour.choices != nil, case .object(var own) = value, own["options"] == nil {
            own["options"] = options(of: question, context, nested: nested)
            value = .object(own)
        }
        members[shape.rawValue] = value
        return .object(members)
    }

    /// The choices of a question. The first has the question's own id, so that the error summary leads to it.
    private func options(
        of question: Question, _ context: QuestionContext, nested: [Step.Reveal: [Question]]
    ) -> TemplateValue {
        .list(
            (question.kind.behaviour.choices ?? []).enumerated().map { index, value in
                let reveals = nested[Step.Reveal(host: question.id, value: value)] ?? []
                let advice = question.advice[value]?[wording.language]
                let id = index == 0 ? question.id.rawValue : "\(question.id).\(value)"
                let hint = question.kind.behaviour.options.first { $0.value == value }?.hint?[wording.language]
                return [
                    "id": .text(id),
                    "name": .text(question.id.rawValue),
                    "value": .text(value),
                    "label": .text(wording.label(of: value, in: question)),
                    "hint": .text(orNull: hint),
                    "describedby": .text(orNull: hint.map { _ in "\(id):about" }),
                    "checked": context.isChosen(value),
                    "reveals": .list(reveals.map { self.value(of: $0, nested: nested) }),
                    "advice": .list(advice.map { [.text($0)] } ?? []),
                    "danger": .flag(question.danger && value == Question.dangerValue && advice != nil),
                ]
            })
    }

    static func describedBy(_ id: String, hint: Bool, error: Bool) -> TemplateValue {
        let ids = (hint ? ["\(id):hint"] : []) + (error ? ["\(id):error"] : [])
        return ids.isEmpty ? .null : .text(ids.joined(separator: " "))
    }
}
