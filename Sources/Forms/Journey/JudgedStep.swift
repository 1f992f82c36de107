/// A step with what was posted for it, judged.
package struct JudgedStep: Sendable, Hashable {
    package let step: Step
    package let entry: StepEntry
    /// The answers to the questions that were asked.
    package private(set) var answers: [QuestionID: Answer] = [:]
    /// What is wrong, in the order of the questions.
    package private(set) var faults: [Fault] = []

    /// Judges a step. A question whose condition fails is not asked: whatever was posted for it does not count.
    ///
    /// - Parameters:
    ///   - earlier: The answers of the steps before, which conditions may ask about.
    ///   - today: The day in London, against which dates are judged.
    package init(_ step: Step, entry: StepEntry, earlier: [QuestionID: Answer], today: CalendarDate) {
        self.step = step
        self.entry = entry
        var known = earlier
        for question in step.questions where question.isAsked(after: known) {
            let behaviour = question.kind.behaviour
            switch behaviour.judge(entry.typed(for: question), today: today) {
            case .answered(let answer):
                answers[question.id] = answer
                known[question.id] = answer
            case .absent where !question.optional:
                faults.append(Fault(question: question.id, finding: .init(behaviour.missing)))
            case .absent:
                break
            case .faulty(let findings):
                faults += findings.map { Fault(question: question.id, finding: $0) }
            }
        }
    }

    /// Whether the question was asked, given the answers of the steps before.
    package func asks(_ question: Question, after earlier: [QuestionID: Answer]) -> Bool {
        question.isAsked(after: earlier.merging(answers) { _, new in new })
    }
}

extension Question {
    fileprivate func isAsked(after answers: [QuestionID: Answer]) -> Bool {
        when?.holds(for: answers) ?? true
    }
}
