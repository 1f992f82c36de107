/// A day as it is typed: day, month and year apart.
struct TypedDay {
    static let parts = ["day", "month", "year"]

    let day: String
    let month: String
    let year: String

    /// - Parameter prefix: What the names of the parts begin with.
    init(_ typed: TypedAnswer, prefix: String = "") {
        day = typed["\(prefix)day"].trimmed
        month = typed["\(prefix)month"].trimmed
        year = typed["\(prefix)year"].trimmed
    }

    enum Reading { case absent, day(CalendarDate), faulty(FaultCode) }

    var reading: Reading {
        switch (day.isEmpty, month.isEmpty, year.isEmpty) {
        case (true, true, true): return .absent
        case (true, true, false): return .faulty(.dateMissingDayMonth)
        case (true, false, true): return .faulty(.dateMissingDayYear)
        case (false, true, true): return .faulty(.dateMissingMonthYear)
        case (true, false, false): return .faulty(.dateMissingDay)
        case (false, true, false): return .faulty(.dateMissingMonth)
        case (false, false, true): return .faulty(.dateMissingYear)
        case (false, false, false): break
        }
        guard year.utf8.count == 4, let y = Self.number(year), let m = Self.month(month), let d = Self.number(day),
            let date = CalendarDate(year: y, month: m, day: d)
        else { return .faulty(.dateUnreal) }
        return .day(date)
    }

    private static func number(_ text: String) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// A month by number, or by its name in either language, of which the first three letters are enough.
    private static func month(_ text: String) -> Int? {
        if let number = number(text) { return number }
        let typed = text.lowercased()
        guard typed.utf8.count >= 3 else { return nil }
        let names = [
            ["january", "ionawr"], ["february", "chwefror"], ["march", "mawrth"], ["april", "ebrill"],
            ["may", "mai"], ["june", "mehefin"], ["july", "gorffennaf"], ["august", "awst"],
            ["september", "medi"], ["october", "hydref"], ["november", "tachwedd"], ["december", "rhagfyr"],
        ]
        return names.firstIndex { $0.contains { $0.hasPrefix(typed) } }.map { $0 + 1 }
    }

    /// How a day is typed.
    static func typing(_ date: CalendarDate, prefix: String = "") -> [String: [String]] {
        ["\(prefix)day": ["\(date.day)"], "\(prefix)month": ["\(date.month)"], "\(prefix)year": ["\(date.year)"]]
    }
}
