package import Forms
package import TemplateEngine

/// The answers of a complete journey, for checking before they are sent.
package struct CheckView: Sendable {
    private let journey: Journey
    private let wording: FormWording
    private let digest: String
    private let today: CalendarDate

    /// Something that kept the report from being saved.
    package var problem: Problem?

    package init(_ journey: Journey, wording: FormWording, digest: String, today: CalendarDate) {
        self.journey = journey
        self.wording = wording
        self.digest = digest
        self.today = today
    }

    package var value: TemplateValue {
        let url = FormURL(form: wording.definition.id, language: wording.language)
        let rows = AnswerRows(wording: wording)
        var numbers: [StepID: Int] = [:]
        let sections = journey.answered.filter { !$0.asked.isEmpty }.map { judged -> TemplateValue in
            if judged.item != nil { numbers[judged.step.id, default: 0] += 1 }
            let isLast = judged.item == journey.items(of: judged.step.id).last
            let list = judged.item != nil && isLast ? url.step(judged.step.id, changing: true) : nil
            return [
                "title": .text(wording.title(of: judged.step, number: numbers[judged.step.id])),
                "rows": rows.value(of: judged, change: url.page(judged.place, changing: true)),
                "items": .text(orNull: list),
            ]
        }
        let clocks = wording.clocks(journey, today: today).map { label, day -> TemplateValue in
            ["label": .text(label), "day": .text(day)]
        }
        let back = journey.lastPage.map { url.page($0) }
        return TemplateValue.object(wording.page(digest: digest, action: .text(url.check), back: .text(orNull: back)))
            .merging([
                "problem": wording.words.value(of: problem),
                "sections": .list(sections),
                "clocks": .list(clocks),
            ])
    }
}
