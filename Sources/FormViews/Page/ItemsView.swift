package import Forms
package import TemplateEngine

/// The list of the items of a repeating group, with the question whether there is another.
package struct ItemsView: Sendable {
    private let step: Step
    private let journey: Journey
    private let wording: FormWording
    private let digest: String

    /// What is wrong with the answer.
    package var finding: Judgement.Finding?
    /// The answer so far: `yes` or `no`.
    package var answer: String?
    package var problem: Problem?
    package var back: String?
    package var isChanging = false

    package init(_ step: Step, in journey: Journey, wording: FormWording, digest: String) {
        self.step = step
        self.journey = journey
        self.wording = wording
        self.digest = digest
    }

    package var value: TemplateValue {
        let url = FormURL(form: wording.definition.id, language: wording.language)
        let language = wording.language
        let rows = AnswerRows(wording: wording)
        let items = journey.answered.filter { $0.step.id == step.id }.enumerated().map { index, judged in
            let change = url.page(judged.place, changing: isChanging)
            return [
                "title": .text(wording.title(of: step, number: index + 1)), "change": .text(change),
                "id": .text(judged.item?.rawValue ?? ""), "rows": rows.value(of: judged, change: change),
            ] as TemplateValue
        }
        let error = finding.map { wording.words("faults.\($0.code.rawValue)", $0.arguments) }
        let hasRoom = ItemList(step, count: items.count).hasRoom
        let options = YesNoQuestion.values.enumerated().map { index, value -> TemplateValue in
            [
                "id": .text(index == 0 ? ItemList.field : "\(ItemList.field).\(value)"),
                "value": .text(value), "label": .text(wording.words("options.\(value)")),
                "checked": .flag(answer == value),
            ]
        }
        let page = wording.page(
            digest: digest, action: .text(url.step(step.id, changing: isChanging)), back: .text(orNull: back))
        return TemplateValue.object(page).merging([
            "step": ["id": .text(step.id.rawValue), "title": .text(step.title[language])],
            "sections": .list(items),
            "another": hasRoom ? .text(step.repeats?.another[language] ?? "") : .null,
            "full": .text(orNull: hasRoom ? nil : "\(items.count)"),
            "field": .text(ItemList.field),
            "options": .list(hasRoom ? options : []),
            "error": .text(orNull: error),
            "errors": error.map { .list([["target": .text(ItemList.field), "message": .text($0)]], in: "items") }
                ?? .null,
            "problem": wording.words.value(of: problem),
        ])
    }
}
