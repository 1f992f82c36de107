package import Forms
package import FoundationEssentials

/// A case as it is handed to people and to other systems.
package struct CaseRecord: Sendable, Hashable {
    package enum Status: String, Codable, Sendable, CaseIterable {
        /// Nobody has worked on it yet.
        case new
        /// Somebody works on it.
        case open
        /// It waits for somebody else.
        case waiting
        case closed
    }

    package let reference: Reference
    package let force: ForceID
    package let form: FormID
    package let language: Language
    package let channel: Submission.Channel
    package let received: Date
    package let status: Status
    /// The digest of the definition that judged it.
    package let definition: String
    package let answers: [StepID: StepAnswers]
    package let signals: [Submission.Signal]
    package let evidence: [EvidenceRecord]
    /// The clocks, the nearest first.
    package let clocks: [Clock]
    /// Why the case must not be erased; nil where no legal hold is set.
    package let hold: String?
}

extension CaseRecord: Encodable {
    private enum Key: String, CodingKey {
        case reference, force, form, language, channel, received, status, definition, answers, evidence, clocks
    }

    /// The keys are a contract with other systems.
    package func encode(to encoder: any Encoder) throws {
        var record = encoder.container(keyedBy: Key.self)
        try record.encode(reference.description, forKey: .reference)
        try record.encode(force, forKey: .force)
        try record.encode(form, forKey: .form)
        try record.encode(language, forKey: .language)
        try record.encode(channel, forKey: .channel)
        try record.encode(received.formatted(.iso8601), forKey: .received)
        try record.encode(status, forKey: .status)
        try record.encode(definition, forKey: .definition)
        try record.encode(answers, forKey: .answers)
        try record.encode(evidence, forKey: .evidence)
        try record.encode(clocks, forKey: .clocks)
    }
}
