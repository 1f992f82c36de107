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
    package var answers: [StepID: [QuestionID: Answer]]
    /// When it came in. For an anonymous form the caller has rounded it to the hour.
    package var received: Date
    /// The draft that it was made in. A form that is sent in one go has a key of its own, so that sending it again
    /// after a failure counts once.
    package var draft: DraftKey
    /// What speaks for a machine having sent it. It is told to staff, and turns nothing away.
    package var signals: [Signal]

    package init(
        forceCode: LetterCode, definition: StoredDefinition, formCode: LetterCode, language: Language,
        channel: Channel = .web, answers: [StepID: [QuestionID: Answer]], received: Date, draft: DraftKey,
        signals: [Signal] = []
    ) {
        self.forceCode = forceCode
        self.definition = definition
        self.formCode = formCode
        self.language = language
        self.channel = channel
        self.answers = answers
        self.received = received
        self.draft = draft
        self.signals = signals
    }

    /// The way that a report came in by.
    package enum Channel: String, Codable, Sendable {
        case web
    }

    package enum Signal: String, Codable, Sendable {
        /// A field that people do not see was filled in.
        case honeypot
    }
}

/// A definition as it was published: its bytes, and their digest.
package struct StoredDefinition: Sendable, Hashable {
    /// SHA-256 of `json`, in hexadecimal.
    package let digest: String
    package let form: FormID
    package let json: [UInt8]

    package init(digest: String, form: FormID, json: [UInt8]) {
        self.digest = digest
        self.form = form
        self.json = json
    }
}
