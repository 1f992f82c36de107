/// An address in the United Kingdom. People often do not know the postcode of where something happened, so it may be
/// left out; one that is given must be whole.
package struct AddressQuestion: QuestionBehaviour {
    /// The longest line, in characters.
    static let lineLimit = 100

    package init() {}

    package var parts: [String] { ["line1", "line2", "town", "postcode"] }
    package var missing: FaultCode { .textMissing }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        var address: [String: String] = [:]
        for part in parts where !typed[part].trimmed.isEmpty { address[part] = typed[part].trimmed }
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
}
