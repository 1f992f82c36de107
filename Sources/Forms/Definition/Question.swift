/// One question of a step.
package struct Question: Sendable, Hashable {
    package var id: QuestionID
    package var label: LocalizedText
    package var hint: LocalizedText?
    /// What error messages call the answer, such as "the address"; nil where they quote the label instead.
    package var noun: LocalizedText?
    package var optional: Bool
    /// When the question is asked at all; nil for always.
    package var when: Condition?
    package var kind: QuestionKind

    package init(
        id: QuestionID, label: LocalizedText, hint: LocalizedText? = nil, noun: LocalizedText? = nil,
        optional: Bool = false, when: Condition? = nil, kind: QuestionKind
    ) {
        self.id = id
        self.label = label
        self.hint = hint
        self.noun = noun
        self.optional = optional
        self.when = when
        self.kind = kind
    }
}

extension Question: Codable {
    private enum Key: String, CodingKey { case id, kind, label, hint, noun, optional, when }

    /// The kind's own settings stand beside the other keys, as authors write them.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        id = try container.decode(QuestionID.self, forKey: .id)
        label = try container.decode(LocalizedText.self, forKey: .label)
        hint = try container.decodeIfPresent(LocalizedText.self, forKey: .hint)
        noun = try container.decodeIfPresent(LocalizedText.self, forKey: .noun)
        optional = try container.decodeIfPresent(Bool.self, forKey: .optional) ?? false
        when = try container.decodeIfPresent(Condition.self, forKey: .when)
        let name = try container.decode(QuestionKind.Name.self, forKey: .kind)
        kind = try QuestionKind(named: name, from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind.name, forKey: .kind)
        try container.encode(label, forKey: .label)
        try container.encodeIfPresent(hint, forKey: .hint)
        try container.encodeIfPresent(noun, forKey: .noun)
        if optional { try container.encode(optional, forKey: .optional) }
        try container.encodeIfPresent(when, forKey: .when)
        try kind.behaviour.encode(to: encoder)
    }
}
