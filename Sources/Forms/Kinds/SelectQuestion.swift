/// A choice of one out of many, in a list that opens.
package struct SelectQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.select

    package var options: [Choice]

    package init(options: [Choice]) {
        self.options = options
    }

    package var missing: FaultCode { .choiceMissing }
    package var choices: [String]? { options.map(\.value) }
    package var shape: AnswerShape { .choice }
    package var schema: SchemaNode { .choice(options.map(\.value)) }

    /// A value that the form does not offer counts as no choice.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        options.contains { $0.value == typed.value } ? .answered(.text(typed.value)) : .absent
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        options.reversed().map { ["": [$0.value]] }
    }
}
