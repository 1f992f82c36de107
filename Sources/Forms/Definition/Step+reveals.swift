extension Step {
    /// Where a question stands that is shown inside a choice of another of the same step.
    package struct Reveal: Sendable, Hashable {
        package let host: QuestionID
        package let value: String

        package init(host: QuestionID, value: String) {
            self.host = host
            self.value = value
        }
    }

    /// The choice that shows a question; nil where the question stands on its own.
    ///
    /// - Parameter presets: Questions that are not asked, and so show nothing.
    package func reveal(of question: Question, presets: Set<QuestionID>) -> Reveal? {
        let hosts = Set(questions.map(\.id)).subtracting(presets)
        let own = (question.when?.terms ?? []).compactMap { term -> Reveal? in
            guard case .answer(let host, .oneOf(let values)) = term, values.count == 1, hosts.contains(host) else {
                return nil
            }
            return Reveal(host: host, value: values[0])
        }
        return own.count == 1 ? own[0] : nil
    }

    /// Whether a question may be asked, given the answers of the steps before. What its condition says of the choice
    /// that shows it is for the citizen to see: both are answered on the same page.
    ///
    /// - Parameter holds: Whether a condition on earlier answers holds.
    package func mayAsk(
        _ question: Question, presets: Set<QuestionID>, where holds: (Condition) -> Bool
    ) -> Bool {
        guard !presets.contains(question.id) else { return false }
        guard let reveal = reveal(of: question, presets: presets) else { return question.when.map(holds) ?? true }
        guard let host = questions.first(where: { $0.id == reveal.host }),
            mayAsk(host, presets: presets, where: holds)
        else { return false }
        let others = question.when?.terms.filter { term in
            if case .answer(reveal.host, _) = term { false } else { true }
        }
        return holds(Condition(others ?? []))
    }

    package func mayAsk(
        _ question: Question, after earlier: KnownAnswers, presets: Set<QuestionID>, today: CalendarDate
    ) -> Bool {
        mayAsk(question, presets: presets) { $0.holds(for: earlier, today: today) }
    }
}
