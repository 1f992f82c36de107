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
        var findings: [Judgement.Finding] = []
        for part in parts {
            if let line = address[part], line.typedLength > Self.lineLimit {
                findings.append(.init(.textTooLong, part: part, arguments: ["limit": Self.lineLimit.grouped]))
            }
        }
        if address["line1"] == nil { findings.append(.init(.addressMissingLine1, part: "line1")) }
        if address["town"] == nil { findings.append(.init(.addressMissingTown, part: "town")) }
        if let typed = address["postcode"] {
            if let postcode = Postcode(typed) {
                address["postcode"] = postcode.description
            } else if typed.typedLength <= Self.lineLimit {
                findings.append(.init(.addressMalformedPostcode, part: "postcode"))
            }
        }
        return findings.isEmpty ? .answered(.group(address)) : .faulty(findings)
    }
}
