/// Something that earlier answers must say: every term holds.
package struct Condition: Codable, Sendable, Hashable {
    package indirect enum Term: Sendable, Hashable {
        /// An answer to the question is so; of a repeating group, that of any item.
        case answer(QuestionID, Comparison)
        /// At least one of these holds.
        case any([Condition])
        /// This does not hold.
        case not(Condition)
    }

    package var terms: [Term]

    package init(_ terms: [Term]) {
        self.terms = terms
    }

    /// Whether the condition holds. A question that was not asked or not answered has no answer that could be so.
    package func holds(for answers: KnownAnswers, today: CalendarDate) -> Bool {
        holds { question, comparison in
            answers.all(question).contains { comparison.holds(for: $0, today: today) }
        }
    }

    /// Whether the condition holds, given which of its comparisons do.
    func holds(where isSo: (QuestionID, Comparison) -> Bool) -> Bool {
        terms.allSatisfy { term in
            switch term {
            case .answer(let question, let comparison): isSo(question, comparison)
            case .any(let conditions): conditions.contains { $0.holds(where: isSo) }
            case .not(let condition): !condition.holds(where: isSo)
            }
        }
    }

    /// Every comparison in it, in order.
    package var comparisons: [(question: QuestionID, comparison: Comparison)] {
        terms.flatMap { term in
            switch term {
            case .answer(let question, let comparison): [(question, comparison)]
            case .any(let conditions): conditions.flatMap(\.comparisons)
            case .not(let condition): condition.comparisons
            }
        }
    }

    /// The questions that it asks about.
    package var questions: Set<QuestionID> { Set(comparisons.map(\.question)) }
}

extension Condition.Term {
    /// The answer to `question` is one of `values`.
    package init(question: QuestionID, values: [String]) {
        self = .answer(question, .oneOf(values))
    }
}
