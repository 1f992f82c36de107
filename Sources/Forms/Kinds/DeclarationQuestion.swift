/// A statement that the citizen confirms by ticking it. The label is the statement.
package struct DeclarationQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.declaration
    /// What the one box is worth.
    package static let value = "yes"

    package init() {}

    package var missing: FaultCode { .declarationMissing }
    package var choices: [String]? { [Self.value] }
    package var shape: AnswerShape { .choice }
    package var schema: SchemaNode { .choice([Self.value]) }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        typed.value == Self.value ? .answered(.text(Self.value)) : .absent
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        [["": [Self.value]]]
    }
}
