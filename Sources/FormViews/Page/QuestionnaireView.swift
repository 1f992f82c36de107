package import Forms
package import TemplateEngine

/// Every question of a form in order, with its conditions in words: what a call-taker reads out, and what is filled in
/// on paper.
package struct QuestionnaireView: Sendable {
    private let wording: FormWording
    private let proof: JourneyProof
    private let title: @Sendable (PagePath) -> String

    /// - Parameter title: What a page is called that an exit leads to.
    package init(_ wording: FormWording, today: CalendarDate, title: @escaping @Sendable (PagePath) -> String) {
        self.wording = wording
        self.title = title
        proof = JourneyProof(wording.definition, today: today)
    }

    package var value: TemplateValue {
        let steps = wording.definition.steps.filter { proof.askedSteps.contains($0.id) }
        return ["steps": .list(steps.map(value))]
    }

    private func value(of step: Step) -> TemplateValue {
        let conditions = ConditionWording(wording)
        let language = wording.language
        let questions = step.questions.filter { proof.askedQuestions.contains($0.id) }
        let exits = step.exits.compactMap { exit -> TemplateValue? in
            conditions.text(exit.when).map {
                .text(wording.words("print.exit", ["when": $0, "page": title(exit.to)]))
            }
        }
        return [
            "title": .text(step.title[language]),
            "text": .paragraphs(step.text?[language] ?? ""),
            "when": .text(orNull: conditions.text(step.when)),
            "repeats": .text(
                orNull: step.repeats.map {
                    wording.words(
                        "print.repeat", ["item": $0.item[language], "min": "\($0.min)", "max": "\($0.max)"])
                }),
            "questions": .list(
                questions.map { question in
                    [
                        "label": .text(question.label[language]), "hint": .text(orNull: question.hint?[language]),
                        "optional": .flag(question.optional),
                        "when": .text(orNull: conditions.text(question.when)),
                        "choices": .list(choices(of: question)),
                        "lines": .flag(question.kind.behaviour.choices == nil),
                    ]
                }),
            "exits": .list(exits),
        ]
    }

    private func choices(of question: Question) -> [TemplateValue] {
        (question.kind.behaviour.choices ?? []).map { value in
            let hint = question.kind.behaviour.options.first { $0.value == value }?.hint
            return [
                "label": .text(wording.label(of: value, in: question)),
                "hint": .text(orNull: hint?[wording.language]),
                "advice": .text(orNull: question.advice[value]?[wording.language]),
            ]
        }
    }
}
