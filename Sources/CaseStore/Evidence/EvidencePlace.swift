package import Forms

/// The question that a file answers.
package struct EvidencePlace: Sendable, Hashable, Codable {
    package let step: StepID
    package let question: QuestionID
    /// The item of a repeating group, while the report is written. The answers of a case name the files of each item.
    package let item: ItemID?

    package init(step: StepID, question: QuestionID, item: ItemID? = nil) {
        self.step = step
        self.question = question
        self.item = item
    }

    /// Where the question was asked.
    package var entry: EntryPlace { EntryPlace(step, item: item) }
}
