/// Several lines of text.
package struct TextareaQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.textarea
    /// About a page, which is what an account of an incident takes.
    package static let defaultLimit = 2000

    /// The longest answer, in characters.
    package var limit: Int

    package init(limit: Int = defaultLimit) {
        self.limit = limit
    }

    package var missing: FaultCode { .textMissing }
    package var shape: AnswerShape { .text }
    package var schema: SchemaNode { .string(limit: limit) }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        typed.judgedText(limit: limit)
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        Self.samples(of: "A", for: comparisons)
    }
}
