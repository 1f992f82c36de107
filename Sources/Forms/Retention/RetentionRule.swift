/// How long the cases of some forms are kept, and on what ground.
package struct RetentionRule: Sendable, Hashable {
    /// What a period is counted from.
    package enum Start: String, Sendable, CaseIterable {
        /// When the case was closed. One that is not closed is never due.
        case closed
        /// When the report came in, whatever became of it.
        case received
    }

    /// A number of days, months or years of the calendar.
    package struct Period: Sendable, Hashable {
        package enum Unit: String, Sendable, CaseIterable {
            case days, months, years
        }

        package let count: Int
        package let unit: Unit

        package init(_ count: Int, _ unit: Unit) {
            self.count = count
            self.unit = unit
        }
    }

    /// What the kind of record is called in the force's retention schedule.
    package let name: String
    package let forms: [FormID]
    package let period: Period
    package let start: Start
    /// The ground in law.
    package let basis: String

    package init(name: String, forms: [FormID], period: Period, start: Start, basis: String) {
        self.name = name
        self.forms = forms
        self.period = period
        self.start = start
        self.basis = basis
    }
}

extension RetentionRule.Period {
    /// The day that lies the period before another; where the month is shorter, its last day.
    package func before(_ day: CalendarDate) -> CalendarDate {
        switch unit {
        case .days: day.adding(days: -count)
        case .months: day.adding(months: -count)
        case .years: day.adding(months: -12 * count)
        }
    }
}

extension RetentionRule.Period: CustomStringConvertible {
    /// As it is written in `retention.yml`: `1 year`, `18 months`.
    package var description: String { "\(count) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)" }
}
