/// Something that earlier answers must say: every term holds.
package struct Condition: Codable, Sendable, Hashable {
    /// The answer to `question` is one of `values`; for a question with several choices, one of them is.
    package struct Term: Codable, Sendable, Hashable {
        package var question: QuestionID
        package var values: [String]

        package init(question: QuestionID, values: [String]) {
            self.question = question
            self.values = values
        }
    }

    package var terms: [Term]

    package init(_ terms: [Term]) {
        self.terms = terms
    }

    /// Whether the condition holds. A question that was not asked or not answered meets no term.
    package func holds(for answers: [QuestionID: Answer]) -> Bool {
        terms.allSatisfy { term in
            switch answers[term.question] {
            case .text(let value): term.values.contains(value)
            case .list(let values): values.contains(where: term.values.contains)
            case .group, nil: false
            }
        }
    }
}
