/// An e-mail address.
package struct EmailQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.email
    /// The longest address that mail can be sent to (RFC 5321, 4.5.3.1.3).
    static let limit = 254

    /// The token that lets a browser fill the field (HTML, autofill); nil for the citizen's own address.
    package var autocomplete: String?

    package init(autocomplete: String? = nil) {
        self.autocomplete = autocomplete
    }

    package var missing: FaultCode { .textMissing }
    package var identifies: Bool { true }
    package var schema: SchemaNode { ["type": "string", "format": "email", "maxLength": .number(Self.limit)] }

    /// Asks only for what every address has: something, an @, and a host with a dot in it.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let address = typed.value.trimmed
        guard !address.isEmpty else { return .absent }
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        let malformed =
            halves.count != 2 || halves[0].isEmpty
            || !halves[1].contains(".")
            || halves[1].split(separator: ".", omittingEmptySubsequences: false).contains("")
            || address.utf8.count > Self.limit
            || address.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F }
        return malformed ? .faulty([.init(.emailMalformed)]) : .answered(.text(address))
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        [["": ["name@example.com"]]]
    }
}
