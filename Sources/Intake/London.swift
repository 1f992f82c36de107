package import Forms
package import Foundation

/// The day in London, against which everything is judged, whatever the machine's zone.
package enum London {
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar
    }()

    /// Midnight, when a day begins.
    static func start(of day: CalendarDate) -> Date {
        let parts = DateComponents(year: day.year, month: day.month, day: day.day)
        return calendar.date(from: parts) ?? .distantFuture
    }

    package static func day(of time: Date) -> CalendarDate {
        let parts = calendar.dateComponents([.year, .month, .day], from: time)
        return CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1) ?? .distantPast
    }
}
