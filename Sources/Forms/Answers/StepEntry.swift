/// What a citizen posted for one step, exactly as typed: field name to values, in the order posted.
package struct StepEntry: Codable, Sendable, Hashable {
    package private(set) var fields: [String: [String]]
    /// Whether a field was filled in that people do not see.
    package var isHoneypotFilled = false
    /// The files that were added, by question. They are kept apart from what was typed.
    package var files: [QuestionID: [EntryFile]] = [:]

    /// When it was posted, in seconds since 1970; nil where that is not known. It is kept no longer than the draft.
    package var posted: Int?

    private enum CodingKeys: String, CodingKey { case fields, isHoneypotFilled, posted }

    package init(fields: [String: [String]] = [:]) {
        self.fields = fields
    }

    package enum Refusal: Error, Hashable, Sendable {
        /// The step has no such field.
        case undeclaredField
        /// A field with one value was posted more than once.
        case repeatedField
    }

    /// Takes the posted fields of a step.
    ///
    /// - Throws: `Refusal` where a field is not one of the step's, or a single value comes twice: neither the first
    ///   nor the last is taken for the truth.
    package init(posted pairs: [(name: String, value: String)], for step: Step) throws(Refusal) {
        var multiple: [String: Bool] = [:]
        for question in step.questions {
            // A file is no text: a text of its name is none of the step's.
            for name in question.fieldNames where question.kind.name != .file {
                multiple[name] = question.kind.behaviour.isMultiple
            }
        }
        fields = [:]
        for (name, value) in pairs {
            guard let isMultiple = multiple[name] else { throw .undeclaredField }
            guard isMultiple || fields[name] == nil else { throw .repeatedField }
            fields[name, default: []].append(value)
        }
    }

    /// What was typed for one question.
    package func typed(for question: Question) -> TypedAnswer {
        TypedAnswer(question: question.id, entry: self)
    }
}

/// What was typed for one question.
package struct TypedAnswer: Sendable {
    let question: QuestionID
    let entry: StepEntry

    /// The files that were added.
    package var files: [EntryFile] { entry.files[question] ?? [] }

    /// The values of the field, in the order posted.
    package var values: [String] { entry.fields[question.rawValue] ?? [] }
    /// The value of a field that is posted once; empty where it was not posted.
    package var value: String { values.first ?? "" }

    /// The value of a part; empty where it was not posted.
    package subscript(part: String) -> String { entry.fields["\(question).\(part)"]?.first ?? "" }
}
