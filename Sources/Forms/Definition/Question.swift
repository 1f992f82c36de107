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
    /// Whether somebody may be hurt or in danger if the answer is yes.
    package var danger: Bool = false
    /// What is said beside a choice when it is made, by its value.
    package var advice: [String: LocalizedText] = [:]

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
    private enum Key: String, CodingKey { case id, kind, label, hint, noun, optional, when, danger, advice }

    /// The kind's own settings stand beside the other keys, as authors write them.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        id = try container.decode(QuestionID.self, forKey: .id)
        label = try container.decode(LocalizedText.self, forKey: .label)
        hint = try container.decodeIfPresent(LocalizedText.self, forKey: .hint)
        noun = try container.decodeIfPresent(LocalizedText.self, forKey: .noun)
        optional = try container.decodeIfPresent(Bool.self, forKey: .optional) ?? false
        when = try container.decodeIfPresent(Condition.self, forKey: .when)
        danger = try container.decodeIfPresent(Bool.self, forKey: .danger) ?? false
        advice = try container.decodeIfPresent([String: LocalizedText].self, forKey: .advice) ?? [:]
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
        if danger { try container.encode(danger, forKey: .danger) }
        if !advice.isEmpty { try container.encode(advice, forKey: .advice) }
        try kind.behaviour.encode(to: encoder)
    }
}

extension Question {
    /// The value that a question of danger is answered with when there is some.
    package static let dangerValue = "yes"

    /// The names of the fields that the question posts: its id, or `id.part` for each part.
    package var fieldNames: [String] {
        let parts = kind.behaviour.parts
        return parts.isEmpty ? [id.rawValue] : parts.map { "\(id).\($0)" }
    }

    /// Whether the question is asked, given the answers before it.
    package func isAsked(after answers: KnownAnswers, today: CalendarDate) -> Bool {
        when?.holds(for: answers, today: today) ?? true
    }
}
