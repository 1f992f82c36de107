/// An address in the United Kingdom. People often do not know the postcode of where something happened, so it may be
/// left out; one that is given must be whole.
package struct AddressQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.address
    /// The longest line, in characters.
    static let lineLimit = 100

    /// `off` where the address is not the citizen's own.
    package var autocomplete: String?

    package init(autocomplete: String? = nil) {
        self.autocomplete = autocomplete
    }

    package var parts: [String] { ["line1", "line2", "town", "postcode"] }
    package var missing: FaultCode { .textMissing }
    package var identifies: Bool { true }
    package var schema: SchemaNode {
        let lines = parts.dropLast().map { SchemaNode.Member(name: $0, value: .string(limit: Self.lineLimit)) }
        return .record(lines + [.init(name: "postcode", value: Postcode.schema)], required: ["line1", "town"])
    }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        var address = typed.filledParts(parts)
        guard !address.isEmpty else { return .absent }
        if let postcode = address["postcode"].flatMap({ Postcode($0) }) { address["postcode"] = postcode.description }
        let findings = parts.compactMap { Self.finding(in: address[$0], part: $0) }
        return findings.isEmpty ? .answered(.group(address)) : .faulty(findings)
    }

    private static func finding(in line: String?, part: String) -> Judgement.Finding? {
        switch (part, line) {
        case ("line1", nil): .init(.addressMissingLine1, part: part)
        case ("town", nil): .init(.addressMissingTown, part: part)
        case ("postcode", let postcode?): Postcode(postcode) == nil ? .init(.addressMalformedPostcode, part: part) : nil
        case (_, let line?) where line.typedLength > lineLimit:
            .init(.textTooLong, part: part, arguments: ["limit": lineLimit.grouped])
        default: nil
        }
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        [["line1": ["1 High Street"], "town": ["Anytown"]]]
    }
}

extension TypedAnswer {
    /// What was typed into parts, without those that were left empty.
    func filledParts(_ parts: [String]) -> [String: String] {
        var filled: [String: String] = [:]
        for part in parts {
            let text = self[part].trimmed
            if !text.isEmpty { filled[part] = text }
        }
        return filled
    }
}

extension Postcode {
    static let schema: SchemaNode = ["type": "string", "pattern": "^[A-Z0-9]{2,4} [0-9][A-Z]{2}$"]
}
