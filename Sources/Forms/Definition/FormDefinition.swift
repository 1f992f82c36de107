/// What a form asks, in which order and under which conditions.
///
/// The one definition draws the page, judges the answers, shows them for checking and labels the case. It is a plain
/// value: its canonical JSON has a digest, and every submission keeps the digest of the definition that judged it.
package struct FormDefinition: Codable, Sendable, Hashable {
    /// Whether a form asks who the citizen is.
    package enum Identity: String, Codable, Sendable, Hashable, CaseIterable {
        /// The form may ask for a name and ways to get in touch.
        case asked
        /// The form is anonymous: times are kept to the hour only.
        case none
    }

    package var id: FormID
    /// The letters that stand for the form in a reference.
    package var code: LetterCode
    package var title: LocalizedText
    package var identity: Identity
    /// Whether the citizen checks the answers before sending them. A form of one step without review is accepted in
    /// one POST and needs no draft.
    package var review: Bool
    /// What the confirmation tells of what happens next: paragraphs of plain text with blank lines between them.
    package var next: LocalizedText
    package var steps: [Step]
    /// The periods that the law sets; nil for none, so that a form without them has the digest that it always had.
    package var clocks: [FormClock]?
    /// Whether it is dangerous for the citizen to be seen with the form. Nil for no.
    package var sensitive: Bool?
    /// Answers that are known without asking, by question: what makes a form an entry into the questions of another.
    package var preset: [QuestionID: String]?

    package init(
        id: FormID, code: LetterCode, title: LocalizedText, identity: Identity = .asked, review: Bool = true,
        next: LocalizedText, steps: [Step]
    ) {
        self.id = id
        self.code = code
        self.title = title
        self.identity = identity
        self.review = review
        self.next = next
        self.steps = steps
    }

    /// Whether it is dangerous for the citizen to be seen with the form.
    package var isSensitive: Bool { sensitive ?? false }

    /// The questions that are not asked, because their answers are preset.
    package var presetQuestions: Set<QuestionID> { Set((preset ?? [:]).keys) }

    /// The preset answers.
    package var presets: [QuestionID: Answer] { (preset ?? [:]).mapValues { .text($0) } }

    package func step(_ id: StepID) -> Step? { steps.first { $0.id == id } }
}
