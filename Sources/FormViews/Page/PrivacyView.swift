package import Forms
package import TemplateEngine

/// What a form asks, keeps and for how long, made from what it really asks.
package struct PrivacyView: Sendable {
    private let wording: FormWording
    private let proof: JourneyProof
    private let rule: RetentionRule?

    /// - Parameter rule: How long cases of the form are kept; nil where nothing says so.
    package init(_ wording: FormWording, rule: RetentionRule?, today: CalendarDate) {
        self.wording = wording
        self.rule = rule
        proof = JourneyProof(wording.definition, today: today)
    }

    package var value: TemplateValue {
        let definition = wording.definition
        let words = wording.words
        let steps = definition.steps.filter { proof.askedSteps.contains($0.id) }
        let asked = steps.flatMap(\.questions).filter { proof.askedQuestions.contains($0.id) }
        let kept = rule.map { rule in
            let period = words.plural("privacy.periods.\(rule.period.unit.rawValue)", rule.period.count)
            return words("privacy.kept.\(rule.start.rawValue)", ["period": period])
        }
        return [
            "anonymous": .flag(definition.identity == .none),
            "drafts": .flag(definition.review),
            "files": .flag(asked.contains { $0.kind.name == .file }),
            "sections": .list(
                steps.map { step in
                    [
                        "title": .text(step.title[wording.language]),
                        "questions": .list(
                            step.questions.filter { proof.askedQuestions.contains($0.id) }.map { question in
                                [
                                    "label": .text(question.label[wording.language]),
                                    "optional": .flag(question.optional),
                                ]
                            }),
                    ]
                }),
            "kept": .text(kept ?? words("privacy.kept.unset")),
            "basis": .text(orNull: rule?.basis),
            "clocks": .list(
                (definition.clocks ?? []).map { clock in
                    .text(
                        words("privacy.clock", ["label": clock.label[wording.language], "days": "\(clock.days)"]))
                }),
        ]
    }
}
