/// A citizen's way through a form: which steps are asked, given what has been answered so far.
///
/// A journey is computed afresh from the definition and what was posted. Nothing of it is stored, so that it cannot
/// contradict the answers.
package struct Journey: Sendable {
    /// Where the way leads from what has been answered.
    package enum End: Sendable, Hashable {
        /// This step is not answered yet, or not without fault.
        case incomplete(StepID)
        /// The answers to the last step on the way lead out of the form.
        case exit(PagePath)
        /// Every step on the way is answered.
        case complete
    }

    package let definition: FormDefinition
    /// The answered steps on the way, in order. A step that is no longer asked is not among them.
    package private(set) var answered: [JudgedStep] = []
    package private(set) var end: End = .complete
    /// The answers of all answered steps.
    package private(set) var answers: [QuestionID: Answer] = [:]

    /// Follows the definition as far as the entries lead.
    package init(_ definition: FormDefinition, entries: [StepID: StepEntry], today: CalendarDate) {
        self.definition = definition
        for step in definition.steps where step.when?.holds(for: answers) ?? true {
            guard let entry = entries[step.id] else {
                end = .incomplete(step.id)
                return
            }
            let judged = JudgedStep(step, entry: entry, earlier: answers, today: today)
            guard judged.faults.isEmpty else {
                end = .incomplete(step.id)
                return
            }
            answered.append(judged)
            answers.merge(judged.answers) { _, new in new }
            if let exit = step.exits.first(where: { $0.when.holds(for: answers) }) {
                end = .exit(exit.to)
                return
            }
        }
    }

    /// Whether the step may be shown: it is answered, or it is the next to be.
    package func reaches(_ step: StepID) -> Bool {
        end == .incomplete(step) || answered.contains { $0.step.id == step }
    }

    /// The answered step before this one; nil for the first.
    package func step(before id: StepID) -> Step? {
        let index = answered.firstIndex { $0.step.id == id } ?? answered.endIndex
        return index > answered.startIndex ? answered[index - 1].step : nil
    }

    /// The answered step after this one; nil where the next has yet to be answered.
    package func step(after id: StepID) -> Step? {
        guard let index = answered.firstIndex(where: { $0.step.id == id }) else { return nil }
        return answered.indices.contains(index + 1) ? answered[index + 1].step : nil
    }

    /// What was answered before the step, for judging it.
    package func answers(before id: StepID) -> [QuestionID: Answer] {
        answered.prefix { $0.step.id != id }.reduce(into: [:]) { $0.merge($1.answers) { _, new in new } }
    }
}
