package import Forms

/// A police force that has a site: one of 43 territorial forces or the British Transport Police.
package struct Force: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case territorial
        case transport
    }

    package var id: ForceID
    /// The letters that stand for the force in a reference.
    package var code: LetterCode
    package var name: LocalizedText
    package var kind: Kind
    /// The area code of the Office for National Statistics; nil where the force has no area.
    package var ons: String?
    /// The host of the real site. A demonstration neither serves nor names it.
    package var host: String
    /// English first.
    package var languages: [Language]
    /// What pages may name as `{{force.facts.…}}`.
    package var facts: [String: String]
    /// The colour of the head of its pages; nil for that of all forces.
    package var accent: Colour?
    /// The services that the force does not offer.
    package var servicesOff: Set<ServiceID>

    package init(
        id: ForceID, code: LetterCode, name: LocalizedText, kind: Kind, ons: String?, host: String,
        languages: [Language], facts: [String: String], accent: Colour? = nil, servicesOff: Set<ServiceID>
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.ons = ons
        self.host = host
        self.languages = languages
        self.facts = facts
        self.accent = accent
        self.servicesOff = servicesOff
    }

    /// Whether a text is a host name of lower-case letters, digits, hyphens and dots (RFC 1123, 2.1).
    package static func isHostName(_ text: String) -> Bool {
        text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                    }
            }
    }

    /// The hosts that the force is served under. A demonstration has none but a local one.
    package func hosts(demonstration: Bool) -> [String] {
        demonstration ? ["\(id).localhost"] : [host, "\(id).localhost"]
    }
}
