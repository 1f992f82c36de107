/// A choice of any number out of several.
package struct CheckboxesQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.checkboxes
    package var options: [Choice]
    /// The choice that excludes all others, such as "none of these".
    package var none: String?

    package init(options: [Choice], none: String? = nil) {
        self.options = options
        self.none = none
    }

    package var isMultiple: Bool { true }
    package var missing: FaultCode { .choiceMissing }
    package var choices: [String]? { options.map(\.value) }
    package var shape: AnswerShape { .choice }
    package var schema: SchemaNode {
        ["type": "array", "items": .choice(options.map(\.value)), "minItems": 1, "uniqueItems": true]
    }

    /// Takes the chosen values in the order of the form, each once; values that the form does not offer count as
    /// not chosen.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let posted = Set(typed.values)
        let chosen = options.map(\.value).filter(posted.contains)
        if let none, chosen.count > 1, chosen.contains(none) {
            return .faulty([.init(.choiceExclusive, arguments: ["option": none])])
        }
        return chosen.isEmpty ? .absent : .answered(.list(chosen))
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        let compared = comparisons.reduce(into: Set<String>()) { compared, comparison in
            if case .oneOf(let values) = comparison { compared.formUnion(values) }
        }
        let values = options.map(\.value).filter { $0 != none }
        let mixed = values.filter(compared.contains).prefix(Self.mostCombined)
        let rest = values.last { !compared.contains($0) }
        var sets: [[String]] = [rest.map { [$0] } ?? []]
        for value in mixed { sets += sets.map { $0 + [value] } }
        sets += values.map { [$0] }
        if let none { sets.append([none]) }
        return sets.filter { !$0.isEmpty }.map { ["": $0] }
    }
}
