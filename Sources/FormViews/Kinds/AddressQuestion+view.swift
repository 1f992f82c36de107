import Forms
import TemplateEngine

extension AddressQuestion: QuestionView {
    var showsErrorsByPart: Bool { true }

    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        let fields = context.fields(parts) { part in
            let width = part == "postcode" ? "short" : part == "town" ? "medium" : "full"
            return (width, autocomplete ?? Self.tokens[part], nil)
        }
        return (.fields, ["parts": fields, "more": []])
    }

    /// The autofill tokens of an address (HTML, autofill).
    private static let tokens = [
        "line1": "address-line1", "line2": "address-line2", "town": "address-level2", "postcode": "postal-code",
    ]

    func nounKey(of part: String) -> String? { "parts.\(part)" }
}
