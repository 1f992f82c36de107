/// What a condition says of the answer to one question.
package enum Comparison: Sendable, Hashable {
    /// The answer is one of these; for a question with several choices, one of them is.
    case oneOf([String])
    /// There is an answer.
    case answered
    /// The text has this in it, whatever the case of the letters.
    case contains(String)
    /// The number is so, measured in hundredths.
    case number(Relation, Hundredths)
    /// The day is so.
    case day(Relation, DayExpression)

    package enum Relation: String, Codable, Sendable, CaseIterable {
        case less
        case atMost = "at-most"
        case atLeast = "at-least"
        case more

        func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
            switch self {
            case .less: left < right
            case .atMost: left <= right
            case .atLeast: left >= right
            case .more: left > right
            }
        }
    }

    /// Whether an answer is so.
    func holds(for answer: Answer, today: CalendarDate) -> Bool {
        switch (self, answer) {
        case (.answered, _): true
        case (.oneOf(let values), .text(let value)): values.contains(value)
        case (.oneOf(let values), .list(let chosen)): chosen.contains(where: values.contains)
        case (.oneOf(let values), .group(let parts)):
            parts[SafeContactQuestion.channelPart].map(values.contains) ?? false
        case (.contains(let part), .text(let text)): text.lowercased().contains(part.lowercased())
        case (.number(let relation, let bound), .text(let text)):
            Hundredths(text).map { relation.holds($0, bound) } ?? false
        case (.day(let relation, let bound), .text(let text)):
            CalendarDate(iso: text).map { relation.holds($0, bound.day(today: today)) } ?? false
        case (.contains, _), (.number, _), (.day, _): false
        }
    }
}
