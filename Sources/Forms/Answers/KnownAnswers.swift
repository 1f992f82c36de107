/// What has been answered so far. A question of a repeating group has an answer for each item.
package struct KnownAnswers: Sendable, Hashable {
    private var answers: [QuestionID: [Answer]] = [:]

    package init() {}

    /// The answer to a question that is asked once; the first of several.
    package subscript(question: QuestionID) -> Answer? { answers[question]?.first }

    /// All answers to a question.
    package func all(_ question: QuestionID) -> [Answer] { answers[question] ?? [] }

    /// Takes an answer in the place of others to the same question.
    package mutating func set(_ answer: Answer, for question: QuestionID) { answers[question] = [answer] }

    /// Takes the answers of a step.
    package mutating func set(_ step: [QuestionID: Answer]) {
        for (question, answer) in step { set(answer, for: question) }
    }

    /// Takes the answers of one more item of a repeating group.
    package mutating func add(_ item: [QuestionID: Answer]) {
        for (question, answer) in item { answers[question, default: []].append(answer) }
    }
}

extension KnownAnswers: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (QuestionID, Answer)...) {
        for (question, answer) in elements { set(answer, for: question) }
    }
}
