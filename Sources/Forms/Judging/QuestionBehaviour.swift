/// What every kind of question can do: say which fields it posts, and judge what was posted.
package protocol QuestionBehaviour: Codable, Sendable, Hashable {
    /// The names of the question's parts, each a field `question.part`; empty where the question is one field.
    var parts: [String] { get }
    /// Whether the field may be posted several times.
    var isMultiple: Bool { get }
    /// The fault of not answering a question that must be answered.
    var missing: FaultCode { get }

    /// Reads what was typed. It depends on nothing but its arguments.
    func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement
}

extension QuestionBehaviour {
    package var parts: [String] { [] }
    package var isMultiple: Bool { false }
}

/// What judging one question came to.
package enum Judgement: Sendable, Hashable {
    /// Nothing was typed or chosen.
    case absent
    case answered(Answer)
    /// Never empty. The first finding is where the error summary leads to.
    case faulty([Finding])

    /// A fault and the part of the question that it is in.
    package struct Finding: Sendable, Hashable {
        package var part: String?
        package var code: FaultCode
        /// What the message names besides the question, such as the limit.
        package var arguments: [String: String]

        package init(_ code: FaultCode, part: String? = nil, arguments: [String: String] = [:]) {
            self.part = part
            self.code = code
            self.arguments = arguments
        }
    }
}

/// A fault in the answer to a question: data; the words are in the strings of each language.
package struct Fault: Sendable, Hashable {
    package var question: QuestionID
    package var finding: Judgement.Finding

    package init(question: QuestionID, finding: Judgement.Finding) {
        self.question = question
        self.finding = finding
    }
}
