/// One page of a form: questions that are answered and judged together.
package struct Step: Codable, Sendable, Hashable {
    /// Ids that URLs need for something else.
    package static let reservedIDs: Set<String> = ["check", "done", "exit", "cy", "health"]

    package var id: StepID
    package var title: LocalizedText
    /// When the step is asked at all; nil for always.
    package var when: Condition?
    package var questions: [Question]
    /// Ways out of the form, tried in order once the step is answered.
    package var exits: [Exit]

    package init(
        id: StepID, title: LocalizedText, when: Condition? = nil, questions: [Question], exits: [Exit] = []
    ) {
        self.id = id
        self.title = title
        self.when = when
        self.questions = questions
        self.exits = exits
    }
}

/// A way out of a form to a page that helps better: to call 999, or to another agency.
package struct Exit: Codable, Sendable, Hashable {
    package var when: Condition
    package var to: PagePath

    package init(when: Condition, to: PagePath) {
        self.when = when
        self.to = to
    }
}
