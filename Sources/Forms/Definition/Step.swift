/// One page of a form: questions that are answered and judged together.
package struct Step: Codable, Sendable, Hashable {
    /// Ids that URLs need for something else.
    package static let reservedIDs: Set<String> = ["check", "done", "exit", "cy", "health"]

    package var id: StepID
    package var title: LocalizedText
    /// What stands above the questions: paragraphs of plain text with blank lines between them.
    package var text: LocalizedText?
    /// When the step is asked at all; nil for always.
    package var when: Condition?
    package var questions: [Question]
    /// Ways out of the form, tried in order once the step is answered.
    package var exits: [Exit]
    /// How often the step is asked; nil for once.
    package var repeats: Repetition?

    package init(
        id: StepID, title: LocalizedText, text: LocalizedText? = nil, when: Condition? = nil, questions: [Question],
        exits: [Exit] = [], repeats: Repetition? = nil
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.when = when
        self.questions = questions
        self.exits = exits
        self.repeats = repeats
    }
}

/// A step that is asked for each of several things, such as what was stolen.
package struct Repetition: Codable, Sendable, Hashable {
    /// The most items of any form: more is a list in a file.
    package static let limit = 50

    /// The fewest items, at least 1.
    package var min: Int
    /// The most items.
    package var max: Int
    /// What one of them is called, such as "Stolen item": its number follows.
    package var item: LocalizedText
    /// The question whether there is another.
    package var another: LocalizedText

    package init(min: Int = 1, max: Int, item: LocalizedText, another: LocalizedText) {
        self.min = min
        self.max = max
        self.item = item
        self.another = another
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
