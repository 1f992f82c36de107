/// What every kind of question can do: say which fields it posts, judge what was posted, and tell what may come of it.
package protocol QuestionBehaviour: Codable, Sendable, Hashable {
    static var name: QuestionKind.Name { get }

    /// The names of the question's parts, each a field `question.part`; empty where the question is one field.
    var parts: [String] { get }
    /// Whether the field may be posted several times.
    var isMultiple: Bool { get }
    /// The fault of not answering a question that must be answered.
    var missing: FaultCode { get }
    /// What conditions may ask for by value; nil where the citizen writes the answer.
    var choices: [String]? { get }
    /// Choices with words of their own, which a translation has too.
    var options: [Choice] { get set }
    /// Whether an answer may tell who somebody is or how to reach them: an anonymous form has no such question.
    var identifies: Bool { get }
    /// What an answer looks like in JSON.
    var schema: SchemaNode { get }
    /// What a condition can compare an answer with, besides that there is one.
    var shape: AnswerShape { get }

    /// Reads what was typed. It depends on nothing but its arguments.
    func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement

    /// Things that a citizen might type, by part; the whole question's field has an empty name. Among them is one
    /// without fault, and one for each way in which the comparisons can come out.
    func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]]
}

/// What an answer is to a condition.
package enum AnswerShape: Sendable {
    case nothing, choice, text, number, day
}

extension QuestionBehaviour {
    package var parts: [String] { [] }
    package var isMultiple: Bool { false }
    package var choices: [String]? { nil }
    package var options: [Choice] {
        get { [] }
        set {}
    }
    package var identifies: Bool { false }
    package var shape: AnswerShape { .nothing }
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
