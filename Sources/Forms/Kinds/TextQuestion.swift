/// One line of text.
package struct TextQuestion: QuestionBehaviour {
    /// Enough for a street, a reference or the name of a place.
    package static let defaultLimit = 200

    /// The longest answer, in characters.
    package var limit: Int
    /// The token that lets a browser fill the field (HTML, autofill).
    package var autocomplete: String?

    package init(limit: Int = defaultLimit, autocomplete: String? = nil) {
        self.limit = limit
        self.autocomplete = autocomplete
    }

    package var missing: FaultCode { .textMissing }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        typed.judgedText(limit: limit)
    }
}
