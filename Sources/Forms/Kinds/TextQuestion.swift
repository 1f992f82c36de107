/// One line of text.
package struct TextQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.text
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
    package var shape: AnswerShape { .text }
    package var schema: SchemaNode { .string(limit: limit) }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        typed.judgedText(limit: limit)
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        Self.samples(of: "A", for: comparisons)
    }
}

extension QuestionBehaviour {
    /// Texts with every combination of those that are compared with, as far as a bound allows, and one with none.
    static func samples(of text: String, for comparisons: [Comparison]) -> [[String: [String]]] {
        let parts = comparisons.compactMap { if case .contains(let part) = $0 { part } else { nil } }
        let plain = ([text] + (0...9).map { "\($0)" }).first { sample in
            !parts.contains { sample.lowercased().contains($0.lowercased()) }
        }
        var texts = [plain ?? text]
        for part in parts.prefix(mostCombined) { texts += texts.dropFirst().map { "\($0) \(part)" } + [part] }
        return (texts + parts.dropFirst(mostCombined)).map { ["": [$0]] }
    }

    /// How many values that are compared with are tried in every combination.
    static var mostCombined: Int { 8 }
}
