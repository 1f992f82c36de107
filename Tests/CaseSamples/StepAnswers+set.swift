package import Forms

extension StepAnswers {
    /// Changes one answer of a step that is asked once.
    package mutating func set(_ answer: Answer?, for question: QuestionID) {
        guard case .once(var answers) = self else { return }
        answers[question] = answer
        self = .once(answers)
    }
}
