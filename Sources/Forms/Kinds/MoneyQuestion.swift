/// An amount of money, in pounds and pence.
package struct MoneyQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.money
    /// More than what anybody reports online, in pounds.
    package static let defaultMax = 999_999_999

    /// The largest amount, in pounds.
    package var max: Int

    package init(max: Int = defaultMax) {
        self.max = max
    }

    package var missing: FaultCode { .textMissing }
    package var shape: AnswerShape { .number }
    package var schema: SchemaNode { ["type": "string", "pattern": "^[0-9]+\\.[0-9]{2}$"] }

    /// Takes a pound sign, commas and spaces for granted.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let text = typed.value.trimmed
        guard !text.isEmpty else { return .absent }
        let number = text.hasPrefix("£") ? String(text.dropFirst()).trimmed : text
        guard let amount = number.withoutGrouping.flatMap({ Hundredths($0) }), amount.count >= 0 else {
            return .faulty([.init(.moneyMalformed)])
        }
        guard amount.count <= max * 100 else {
            return .faulty([.init(.moneyTooLarge, arguments: ["max": max.grouped])])
        }
        return .answered(.text(amount.amount))
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        let bounds = comparisons.flatMap { comparison -> [Hundredths] in
            guard case .number(_, let bound) = comparison else { return [] }
            return [-1, 0, 1].map { Hundredths(count: bound.count + $0) }
        }
        return [["": ["25.50"]], ["": ["0"]], ["": ["\(max)"]]] + bounds.map { ["": [$0.description]] }
    }
}
