/// A step with what was posted for it, judged; of a repeating group, one item.
package struct JudgedStep: Sendable, Hashable {
    package let step: Step
    /// The item; nil for a step that is asked once.
    package let item: ItemID?
    package let entry: StepEntry
    /// The answers to the questions that were asked, and those that were preset.
    package private(set) var answers: [QuestionID: Answer] = [:]
    /// The questions that were asked, in their order.
    package private(set) var asked: [Question] = []
    /// What is wrong, in the order of the questions.
    package private(set) var faults: [Fault] = []

    package var place: EntryPlace { EntryPlace(step.id, item: item) }

    /// Judges a step. A question whose condition fails is not asked: whatever was posted for it does not count.
    ///
    /// - Parameters:
    ///   - earlier: The answers of the steps before, which conditions may ask about.
    ///   - presets: The answers that are known without asking.
    ///   - today: The day in London, against which dates are judged.
    package init(
        _ step: Step, item: ItemID? = nil, entry: StepEntry, earlier: KnownAnswers,
        presets: [QuestionID: Answer] = [:], today: CalendarDate
    ) {
        self.step = step
        self.item = item
        self.entry = entry
        var known = earlier
        for question in step.questions {
            if let preset = presets[question.id] {
                answers[question.id] = preset
                known.set(preset, for: question.id)
                continue
            }
            guard question.isAsked(after: known, today: today) else { continue }
            asked.append(question)
            let behaviour = question.kind.behaviour
            switch behaviour.judge(entry.typed(for: question), today: today) {
            case .answered(let answer):
                answers[question.id] = answer
                known.set(answer, for: question.id)
            case .absent where !question.optional:
                faults.append(Fault(question: question.id, finding: .init(behaviour.missing)))
            case .absent:
                break
            case .faulty(let findings):
                faults += findings.map { Fault(question: question.id, finding: $0) }
            }
        }
    }
}
