package import Forms
package import TemplateEngine

/// Every question of a form in each of its states on one page, for authors and for whoever looks after the templates.
package struct StyleGuideView: Sendable {
    private let wording: FormWording
    private let today: CalendarDate

    package init(_ wording: FormWording, today: CalendarDate) {
        self.wording = wording
        self.today = today
    }

    /// Where links lead that lead to a step on other pages.
    private static let nowhere = "#main"

    private enum State: String, CaseIterable {
        case asked, answered, faulty
    }

    package var value: TemplateValue {
        .list(wording.definition.steps.map(value), in: "steps")
    }

    private func value(of step: Step) -> TemplateValue {
        let sample = StepEntry(sampleFor: step, today: today)
        let judged = JudgedStep(step, entry: sample, earlier: KnownAnswers(), today: today)
        return [
            "title": .text(step.title[wording.language]),
            "rows": AnswerRows(wording: wording).value(of: judged, change: Self.nowhere),
            "states": .list(
                State.allCases.map { state in
                    let views = QuestionViews(
                        wording: wording, step: step, entry: state == .answered ? sample : StepEntry(),
                        faults: state == .faulty ? faults(of: step) : [], earlier: KnownAnswers(), today: today)
                    return [
                        "label": .text(wording.words("guide.\(state.rawValue)")),
                        "questions": views.value.prefixingNames("\(state.rawValue)."),
                    ]
                }),
        ]
    }

    /// What is said where nothing was answered, of optional questions too.
    private func faults(of step: Step) -> [Fault] {
        step.questions.map { Fault(question: $0.id, finding: .init($0.kind.behaviour.missing)) }
    }
}

extension TemplateValue {
    /// The members that tell one control from another. Where a question stands on a page more than once, they must
    /// differ.
    private static let names: Set<String> = ["id", "name", "describedby"]

    fileprivate func prefixingNames(_ prefix: String) -> TemplateValue {
        switch self {
        case .list(let items): .list(items.map { $0.prefixingNames(prefix) })
        case .object(let members):
            .object(
                Dictionary(
                    uniqueKeysWithValues: members.map { name, value in
                        guard Self.names.contains(name), case .text(let text) = value else {
                            return (name, value.prefixingNames(prefix))
                        }
                        return (name, .text(text.split(separator: " ").map { prefix + $0 }.joined(separator: " ")))
                    }))
        default: self
        }
    }
}
