/// A choice of one out of several.
package struct RadiosQuestion: QuestionBehaviour {
    package var options: [Choice]

    package init(options: [Choice]) {
        self.options = options
    }

    package var missing: FaultCode { .choiceMissing }

    /// A value that the form does not offer counts as no choice.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        options.contains { $0.value == typed.value } ? .answered(.text(typed.value)) : .absent
    }
}
