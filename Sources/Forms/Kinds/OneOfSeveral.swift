/// What radios and a list that opens have in common: one choice out of several.
package protocol OneOfSeveral: QuestionBehaviour {}

extension OneOfSeveral {
    package var missing: FaultCode { .choiceMissing }
    package var choices: [String]? { options.map(\.value) }
    package var shape: AnswerShape { .choice }
    package var schema: SchemaNode { .choice(options.map(\.value)) }

    /// A value that the form does not offer counts as no choice.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        options.contains { $0.value == typed.value } ? .answered(.text(typed.value)) : .absent
    }

    /// The last choice first: it seldom leads out of a form.
    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        options.reversed().map { ["": [$0.value]] }
    }
}
