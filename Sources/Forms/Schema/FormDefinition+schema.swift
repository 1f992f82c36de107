extension FormDefinition {
    /// What the answers of a case of this form look like (JSON Schema, draft 2020-12). A step or question that is only
    /// asked after certain answers is not required.
    package var answersSchema: SchemaNode {
        let always = steps.filter { $0.when == nil && $0.isCertain(presets: preset ?? [:]) }.map(\.id.rawValue)
        let properties = steps.map { SchemaNode.Member(name: $0.id.rawValue, value: $0.schema(presets: preset ?? [:])) }
        return SchemaNode.object([
            .init(name: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
            .init(name: "title", value: .text(title.en)),
        ]).adding(SchemaNode.record(properties, required: always).members)
    }
}

extension SchemaNode {
    var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

extension Step {
    /// Whether the step has an answer wherever it is asked.
    fileprivate func isCertain(presets: [QuestionID: String]) -> Bool {
        questions.contains { presets[$0.id] != nil || $0.when == nil && !$0.optional }
    }

    fileprivate func schema(presets: [QuestionID: String]) -> SchemaNode {
        let properties = questions.map {
            SchemaNode.Member(name: $0.id.rawValue, value: $0.schema(preset: presets[$0.id]))
        }
        let required = questions.filter { presets[$0.id] != nil || $0.when == nil && !$0.optional }
        let one = SchemaNode.record(properties, required: required.map(\.id.rawValue))
        let title = SchemaNode.Member(name: "title", value: .text(title.en))
        guard let repeats else { return SchemaNode.object([title]).adding(one.members) }
        return .object([
            title, .init(name: "type", value: "array"), .init(name: "items", value: one),
            .init(name: "minItems", value: .number(repeats.min)), .init(name: "maxItems", value: .number(repeats.max)),
        ])
    }
}

extension Question {
    fileprivate func schema(preset: String?) -> SchemaNode {
        let title = SchemaNode.Member(name: "title", value: .text(label.en))
        guard let preset else { return SchemaNode.object([title]).adding(kind.behaviour.schema.members) }
        return .object([title, .init(name: "const", value: .text(preset))])
    }
}
