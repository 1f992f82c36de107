/// A choice of any number out of several.
package struct CheckboxesQuestion: QuestionBehaviour {
    package var options: [Choice]

    package init(options: [Choice]) {
        self.options = options
    }

    package var isMultiple: Bool { true }
    package var missing: FaultCode { .choiceMissing }

    /// Takes the chosen values in the order of the form, each once; values that the form does not offer count as
    /// not chosen.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let posted = Set(typed.values)
        let chosen = options.map(\.value).filter(posted.contains)
        return chosen.isEmpty ? .absent : .answered(.list(chosen))
    }
}
