/// A telephone number, British or international, kept as it was typed and as it is dialled from anywhere.
package struct PhoneQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.phone
    /// The part of the answer that is as the citizen typed it.
    package static let typedPart = "typed"
    /// The part of the answer that is in the international form of E.164, such as `+441632960001`.
    package static let numberPart = "number"
    /// From a short local number to the longest that E.164 allows, in digits.
    static let digits = 7...15
    /// The longest way to write one, in characters: twice as many as digits leaves room for any habit of grouping.
    static let limit = 30

    /// The token that lets a browser fill the field (HTML, autofill); nil for the citizen's own number.
    package var autocomplete: String?

    package init(autocomplete: String? = nil) {
        self.autocomplete = autocomplete
    }

    package var missing: FaultCode { .textMissing }
    package var identifies: Bool { true }
    package var schema: SchemaNode {
        let parts = [
            SchemaNode.Member(name: Self.typedPart, value: .string(limit: Self.limit)),
            .init(name: Self.numberPart, value: ["type": "string", "pattern": "^\\+[0-9]{7,15}$"]),
        ]
        return .record(parts, required: [Self.typedPart])
    }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let number = typed.value.trimmed
        guard !number.isEmpty else { return .absent }
        let written =
            number.utf8.allSatisfy { (0x30...0x39).contains($0) || Array("+()-. ".utf8).contains($0) }
            && !number.dropFirst().contains("+") && number.utf8.count <= Self.limit
        let count = number.utf8.count { (0x30...0x39).contains($0) }
        guard written, Self.digits.contains(count) else { return .faulty([.init(.phoneMalformed)]) }
        var answer = [Self.typedPart: number]
        answer[Self.numberPart] = Self.international(number)
        return .answered(.group(answer))
    }

    /// The number as it is dialled from anywhere; nil for a local number, which does not say where it is.
    private static func international(_ typed: String) -> String? {
        // In +44 (0)20 … the bracketed nought is for callers within the country.
        let digits = typed.replacing("(0)", with: "").utf8.filter { (0x30...0x39).contains($0) }
        let text = String(decoding: digits, as: UTF8.self)
        let whole: String
        if typed.utf8.first == UInt8(ascii: "+") {
            whole = text
        } else if text.hasPrefix("00") {
            whole = String(text.dropFirst(2))
        } else if text.hasPrefix("0") {
            whole = "44" + text.dropFirst()
        } else {
            return nil
        }
        return Self.digits.contains(whole.utf8.count) ? "+\(whole)" : nil
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        [["": ["01632 960 001"]]]
    }
}
