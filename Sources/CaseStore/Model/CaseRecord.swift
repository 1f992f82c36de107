package import Forms
package import FoundationEssentials

/// A case as it is handed to people and to other systems.
package struct CaseRecord: Sendable, Hashable {
    package enum Status: String, Codable, Sendable {
        /// Nobody has looked at it yet.
        case new
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
    package let answers: [StepID: [QuestionID: Answer]]
    package let signals: [Submission.Signal]
}

extension CaseRecord: Encodable {
    private enum Key: String, CodingKey {
        case reference, force, form, language, channel, received, status, definition, answers, evidence, clocks
    }

    /// The keys are a contract with other systems. Evidence and clocks are empty lists until there are any.
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
        try record.encode([String](), forKey: .evidence)
        try record.encode([String](), forKey: .clocks)
    }
}
