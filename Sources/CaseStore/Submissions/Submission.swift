package import Forms
package import FoundationEssentials

/// A report as it comes in, judged and complete.
package struct Submission: Sendable {
    /// The letters of the force, for the reference.
    package var forceCode: LetterCode
    package var definition: StoredDefinition
    /// The letters of the form, for the reference.
    package var formCode: LetterCode
    package var language: Language
    package var channel: Channel
    package var answers: [StepID: StepAnswers]
    /// When it came in. The store rounds it to the hour for an anonymous form.
    package var received: Date
    /// The draft that it was made in. A form that is sent in one go has a key of its own, so that sending it again
    /// after a failure counts once.
    package var draft: DraftKey
    /// Whether the form keeps no draft. Then the same content within ten minutes is the same report.
    package var isSentInOneGo: Bool
    /// Whether the form asks nobody who they are. Then every time that is kept is rounded to the hour.
    package var isAnonymous: Bool
    /// What speaks for a machine having sent it. It is told to staff, and turns nothing away.
    package var signals: [Signal]
    /// Who reports; nil where nobody said.
    package var person: Person?
    /// What was written rather than chosen, for the search.
    package var narrative: String
    package var clocks: [Clock]
    package var files: [SubmittedFile]

    package init(
        forceCode: LetterCode, definition: StoredDefinition, formCode: LetterCode, language: Language,
        channel: Channel = .web, answers: [StepID: StepAnswers], received: Date, draft: DraftKey,
        isSentInOneGo: Bool = false, isAnonymous: Bool = false, signals: [Signal] = [], person: Person? = nil,
        narrative: String = "", clocks: [Clock] = [], files: [SubmittedFile] = []
    ) {
        self.forceCode = forceCode
        self.definition = definition
        self.formCode = formCode
        self.language = language
        self.channel = channel
        self.answers = answers
        self.received = received
        self.draft = draft
        self.isSentInOneGo = isSentInOneGo
        self.isAnonymous = isAnonymous
        self.signals = signals
        self.person = person
        self.narrative = narrative
        self.clocks = clocks
        self.files = files
    }

    /// The way that a report came in by.
    package enum Channel: String, Codable, Sendable {
        case web
    }

    package enum Signal: String, Codable, Sendable {
        /// A field that people do not see was filled in.
        case honeypot
        /// The steps followed each other faster than people read them.
        case hurried
    }
}
