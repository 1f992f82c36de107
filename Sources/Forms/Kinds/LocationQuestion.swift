/// Where something happened, in whatever way the citizen knows it: in words, by postcode, or by coordinates; on the
/// railway by station, train and line. One of them is enough.
package struct LocationQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.location
    /// The longest description, in characters.
    static let placeLimit = 500
    /// The longest name of a station, a train or a line, in characters.
    static let nameLimit = 100
    /// The parts that only a place on the railway has.
    package static let railParts = ["station", "train", "line"]
    /// The parts of a position, and the most degrees of each either way.
    package static let coordinates: [(part: String, most: Int)] = [("latitude", 90), ("longitude", 180)]

    /// Whether it is on the railway.
    package var rail: Bool

    package init(rail: Bool = false) {
        self.rail = rail
    }

    package var parts: [String] { ["place", "postcode"] + (rail ? Self.railParts : []) + ["latitude", "longitude"] }
    package var missing: FaultCode { .textMissing }
    package var schema: SchemaNode {
        let texts = parts.map { part -> SchemaNode.Member in
            switch part {
            case "postcode": .init(name: part, value: Postcode.schema)
            case "place": .init(name: part, value: .string(limit: Self.placeLimit))
            case "latitude", "longitude":
                .init(name: part, value: ["type": "string", "pattern": "^-?[0-9]{1,3}(\\.[0-9]+)?$"])
            default: .init(name: part, value: .string(limit: Self.nameLimit))
            }
        }
        return SchemaNode.record(texts, required: []).adding([.init(name: "minProperties", value: 1)])
    }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        var place = typed.filledParts(parts)
        guard !place.isEmpty else { return .absent }
        var findings: [Judgement.Finding] = []
        for part in ["place"] + Self.railParts {
            let limit = part == "place" ? Self.placeLimit : Self.nameLimit
            guard let text = place[part], text.typedLength > limit else { continue }
            findings.append(.init(.textTooLong, part: part, arguments: ["limit": limit.grouped]))
        }
        if let typed = place["postcode"] {
            if let postcode = Postcode(typed) {
                place["postcode"] = postcode.description
            } else {
                findings.append(.init(.addressMalformedPostcode, part: "postcode"))
            }
        }
        let isPositioned = Self.coordinates.contains { place[$0.part] != nil }
        for (part, most) in Self.coordinates where isPositioned {
            guard let text = place[part], Self.isDegrees(text, most: most) else {
                findings.append(.init(.locationCoordinate, part: part))
                continue
            }
        }
        return findings.isEmpty ? .answered(.group(place)) : .faulty(findings)
    }

    /// Whether a text is a number of degrees, with at most ten decimals.
    private static func isDegrees(_ text: String, most: Int) -> Bool {
        let digits = text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "-") ? 1 : 0)
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...3).contains(parts[0].count),
            parts.count == 1 || (1...10).contains(parts[1].count),
            parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }), let whole = Int(Substring(parts[0]))
        else { return false }
        let isWhole = parts.count == 1 || parts[1].allSatisfy { $0 == 0x30 }
        return whole < most || whole == most && isWhole
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        [["place": ["Outside the library"]]]
    }
}
