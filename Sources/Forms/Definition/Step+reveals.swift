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
        var found: Reveal?
        for term in question.when?.terms ?? [] {
            guard case .answer(let host, .oneOf(let values)) = term, values.count == 1,
                questions.contains(where: { $0.id == host }), !presets.contains(host)
            else { continue }
            guard found == nil else { return nil }
            found = Reveal(host: host, value: values[0])
        }
        return found
    }

    /// What a question waits for: the choice that shows it, and what answers of earlier steps must say.
    package func waits(
        of question: Question, presets: Set<QuestionID>
    ) -> (reveal: Reveal?, condition: Condition?) {
        guard let when = question.when else { return (nil, nil) }
        guard let reveal = reveal(of: question, presets: presets) else { return (nil, when) }
        let others = when.terms.filter { if case .answer(reveal.host, _) = $0 { false } else { true } }
        return (reveal, others.isEmpty ? nil : Condition(others))
    }

    /// Whether a question may be asked, given the answers of the steps before. What its condition says of the choice
    /// that shows it is for the citizen to see: both are answered on the same page.
    ///
    /// - Parameter holds: Whether a condition on earlier answers holds.
    package func mayAsk(
        _ question: Question, presets: Set<QuestionID>, where holds: (Condition) -> Bool
    ) -> Bool {
        guard presets.isEmpty || !presets.contains(question.id) else { return false }
        let (reveal, condition) = waits(of: question, presets: presets)
        if let reveal {
            guard let host = questions.firstIndex(where: { $0.id == reveal.host }),
                mayAsk(questions[host], presets: presets, where: holds)
            else { return false }
        }
        return condition.map(holds) ?? true
    }

    package func mayAsk(
        _ question: Question, after earlier: KnownAnswers, presets: Set<QuestionID>, today: CalendarDate
    ) -> Bool {
        mayAsk(question, presets: presets) { $0.holds(for: earlier, today: today) }
    }
}
