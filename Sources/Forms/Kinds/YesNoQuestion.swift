/// A choice between yes and no.
package struct YesNoQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.yesNo
    package static let values = ["yes", "no"]

    package init() {}

    package var missing: FaultCode { .yesNoMissing }
    package var choices: [String]? { Self.values }
    package var shape: AnswerShape { .choice }
    package var schema: SchemaNode { .choice(Self.values) }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        Self.values.contains(typed.value) ? .answered(.text(typed.value)) : .absent
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        Self.values.reversed().map { ["": [$0]] }
    }
}
