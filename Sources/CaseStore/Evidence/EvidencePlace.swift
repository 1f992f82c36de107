package import Forms

/// The question that a file answers.
package struct EvidencePlace: Sendable, Hashable, Codable {
    package let step: StepID
    package let question: QuestionID

    package init(step: StepID, question: QuestionID) {
        self.step = step
        self.question = question
    }
}
