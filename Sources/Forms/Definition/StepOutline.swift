/// What the questions of a step wait for, worked out once: which of them a citizen is shown is then quickly told.
package struct StepOutline: Sendable {
    private struct Item {
        let id: QuestionID
        /// The position of the question that shows this one.
        let host: Int?
        /// What answers of earlier steps must say.
        let condition: Condition?
    }

    private let items: [Item]

    /// - Parameter presets: Questions that are not asked.
    package init(_ step: Step, presets: Set<QuestionID>) {
        var items: [Item] = []
        for question in step.questions where !presets.contains(question.id) {
            let (reveal, condition) = step.waits(of: question, presets: presets)
            let host = reveal.flatMap { reveal in items.firstIndex { $0.id == reveal.host } }
            items.append(Item(id: question.id, host: host, condition: condition))
        }
        self.items = items
    }

    /// The questions that are shown after the answers of earlier steps.
    package func shown(after earlier: KnownAnswers, today: CalendarDate) -> [QuestionID] {
        var shown: [QuestionID] = []
        shown.reserveCapacity(items.count)
        var isShown: [Bool] = []
        isShown.reserveCapacity(items.count)
        for item in items {
            let isOpen = item.host.map { isShown[$0] } ?? true
            isShown.append(isOpen && item.condition?.holds(for: earlier, today: today) ?? true)
            if isShown[isShown.count - 1] { shown.append(item.id) }
        }
        return shown
    }
}
