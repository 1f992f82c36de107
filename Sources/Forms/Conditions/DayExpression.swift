/// A day that a definition names: one of the calendar, or one counted from the day of the report: `2026-01-31`,
/// `today`, `today + 6 days`, `today - 18 years`.
package struct DayExpression: Sendable, Hashable {
    package enum Unit: String, Sendable, CaseIterable {
        case days, weeks, months, years
    }

    private enum Start: Hashable { case today, day(CalendarDate) }

    /// The farthest that can be counted, in any unit.
    private static let farthest = 9_999

    private let start: Start
    /// Negative for days before.
    private let count: Int
    private let unit: Unit

    package static let today = DayExpression(start: .today, count: 0, unit: .days)

    private init(start: Start, count: Int, unit: Unit) {
        self.start = start
        self.count = count
        self.unit = unit
    }

    /// The day that it is on a certain day.
    package func day(today: CalendarDate) -> CalendarDate {
        if case .day(let day) = start { return day }
        return switch unit {
        case .days: today.adding(days: count)
        case .weeks: today.adding(days: 7 * count)
        case .months: today.adding(months: count)
        case .years: today.adding(months: 12 * count)
        }
    }
}

extension DayExpression: RawRepresentable, Codable {
    package init?(rawValue: String) {
        let words = rawValue.split(separator: " ")
        if words.count == 1, let day = CalendarDate(iso: String(words[0])) {
            self.init(start: .day(day), count: 0, unit: .days)
            return
        }
        guard words.first == "today" else { return nil }
        guard words.count > 1 else {
            self = .today
            return
        }
        guard words.count == 4, ["+", "-"].contains(words[1]), words[2].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let count = Int(words[2]), (1...Self.farthest).contains(count),
            let unit = Unit.allCases.first(where: { $0.rawValue == words[3] || $0.rawValue.dropLast() == words[3] })
        else { return nil }
        self.init(start: .today, count: words[1] == "-" ? -count : count, unit: unit)
    }

    package var rawValue: String {
        if case .day(let day) = start { return day.description }
        return count == 0 ? "today" : "today \(count < 0 ? "-" : "+") \(count.magnitude) \(unit.rawValue)"
    }

    /// How far it is from today, for saying it in words; nil for a day of the calendar.
    package var distance: (count: Int, unit: Unit)? { start == .today ? (count, unit) : nil }
}
