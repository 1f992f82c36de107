/// A day, typed as day, month and year.
package struct DateQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.date

    /// The day must be today or earlier.
    package var past: Bool
    /// The day must be today or later.
    package var future: Bool
    /// The first day that is taken.
    package var earliest: DayExpression?
    /// The last day that is taken.
    package var latest: DayExpression?

    package init(
        past: Bool = false, future: Bool = false, earliest: DayExpression? = nil, latest: DayExpression? = nil
    ) {
        self.past = past
        self.future = future
        self.earliest = earliest
        self.latest = latest
    }

    private enum Key: String, CodingKey { case past, future, earliest, latest }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        past = try container.decodeIfPresent(Bool.self, forKey: .past) ?? false
        future = try container.decodeIfPresent(Bool.self, forKey: .future) ?? false
        earliest = try container.decodeIfPresent(DayExpression.self, forKey: .earliest)
        latest = try container.decodeIfPresent(DayExpression.self, forKey: .latest)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        if past { try container.encode(past, forKey: .past) }
        if future { try container.encode(future, forKey: .future) }
        try container.encodeIfPresent(earliest, forKey: .earliest)
        try container.encodeIfPresent(latest, forKey: .latest)
    }

    package var parts: [String] { TypedDay.parts }
    package var missing: FaultCode { .dateMissing }
    package var shape: AnswerShape { .day }
    package var schema: SchemaNode { .date }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        switch TypedDay(typed).reading {
        case .absent: .absent
        case .faulty(let code): .faulty([.init(code, part: code == .dateUnreal ? nil : code.dayPart)])
        case .day(let date):
            finding(in: date, today: today).map { .faulty([$0]) } ?? .answered(.text(date.description))
        }
    }

    private func finding(in date: CalendarDate, today: CalendarDate) -> Judgement.Finding? {
        if past && date > today { return .init(.dateNotPast) }
        if future && date < today { return .init(.dateNotFuture) }
        if let first = earliest?.day(today: today), date < first {
            return .init(.dateTooEarly, arguments: ["day": first.description])
        }
        if let last = latest?.day(today: today), date > last {
            return .init(.dateTooLate, arguments: ["day": last.description])
        }
        return nil
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        let bounds = comparisons.compactMap { if case .day(_, let bound) = $0 { bound } else { nil } }
        let days = ([.today] + [earliest, latest].compactMap { $0 } + bounds).flatMap { bound in
            [0, -1, 1].map { bound.day(today: today).adding(days: $0) }
        }
        return days.map { TypedDay.typing($0) }
    }
}

extension FaultCode {
    /// The first part of a day that is at fault.
    var dayPart: String {
        switch self {
        case .dateMissingMonth, .dateMissingMonthYear: "month"
        case .dateMissingYear: "year"
        default: "day"
        }
    }
}
