package import Forms
package import TemplateEngine

/// The answers of a complete journey, for checking before they are sent.
package struct CheckView: Sendable {
    private let journey: Journey
    private let wording: FormWording
    private let digest: String

    /// Something that kept the report from being saved.
    package var problem: Problem?

    package init(_ journey: Journey, wording: FormWording, digest: String) {
        self.journey = journey
        self.wording = wording
        self.digest = digest
    }

    package var value: TemplateValue {
        let definition = wording.definition
        let url = FormURL(form: definition.id, language: wording.language)
        let sections = journey.answered.map { judged -> TemplateValue in
            let earlier = journey.answers(before: judged.step.id)
            let rows = judged.step.questions.filter { judged.asks($0, after: earlier) }
            return [
                "title": .text(judged.step.title[wording.language]),
                "rows": .list(
                    rows.map { question in
                        let lines = judged.answers[question.id].map { wording.lines(of: $0, to: question) }
                        return [
                            "label": .text(question.label[wording.language]),
                            "lines": .list((lines ?? [wording.words("not-answered")]).map { .text($0) }),
                            "change": .text(url.step(judged.step.id, changing: true)),
                        ]
                    }),
            ]
        }
        return [
            "form": ["id": .text(definition.id.rawValue), "title": .text(definition.title[wording.language])],
            "action": .text(url.check),
            "definition": .text(digest),
            "back": .text(orNull: journey.answered.last.map { url.step($0.step.id) }),
            "problem": wording.words.value(of: problem),
            "sections": .list(sections),
        ]
    }
}
