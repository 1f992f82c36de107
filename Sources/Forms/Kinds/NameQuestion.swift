/// A part of a person's name. Whatever people write is their name; only its length is judged.
package struct NameQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.name
    /// What force systems hold for one part of a name.
    package static let defaultLimit = 35

    /// The longest answer, in characters.
    package var limit: Int
    /// The token that lets a browser fill the field (HTML, autofill), such as `given-name`.
    package var autocomplete: String?

    package init(limit: Int = defaultLimit, autocomplete: String? = nil) {
        self.limit = limit
        self.autocomplete = autocomplete
    }

    package var missing: FaultCode { .textMissing }
    package var identifies: Bool { true }
    package var schema: SchemaNode { .string(limit: limit) }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        typed.judgedText(limit: limit)
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        [["": ["Ann Example"]]]
    }
}
