extension Condition.Term: Codable {
    private enum Key: String, CodingKey { case question, values, answered, contains, relation, number, day, any, not }

    /// What is compared tells the kind of the term: definitions that the store has met stay readable.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let conditions = try container.decodeIfPresent([Condition].self, forKey: .any) {
            self = .any(conditions)
        } else if let condition = try container.decodeIfPresent(Condition.self, forKey: .not) {
            self = .not(condition)
        } else {
            self = .answer(try container.decode(QuestionID.self, forKey: .question), try Self.comparison(in: container))
        }
    }

    private static func comparison(in container: KeyedDecodingContainer<Key>) throws -> Comparison {
        if let values = try container.decodeIfPresent([String].self, forKey: .values) { return .oneOf(values) }
        if let part = try container.decodeIfPresent(String.self, forKey: .contains) { return .contains(part) }
        guard let relation = try container.decodeIfPresent(Comparison.Relation.self, forKey: .relation) else {
            return .answered
        }
        if let day = try container.decodeIfPresent(DayExpression.self, forKey: .day) { return .day(relation, day) }
        return .number(relation, Hundredths(count: try container.decode(Int.self, forKey: .number)))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .any(let conditions): try container.encode(conditions, forKey: .any)
        case .not(let condition): try container.encode(condition, forKey: .not)
        case .answer(let question, let comparison):
            try container.encode(question, forKey: .question)
            switch comparison {
            case .oneOf(let values): try container.encode(values, forKey: .values)
            case .answered: try container.encode(true, forKey: .answered)
            case .contains(let part): try container.encode(part, forKey: .contains)
            case .number(let relation, let bound):
                try container.encode(relation, forKey: .relation)
                try container.encode(bound.count, forKey: .number)
            case .day(let relation, let day):
                try container.encode(relation, forKey: .relation)
                try container.encode(day, forKey: .day)
            }
        }
    }
}
