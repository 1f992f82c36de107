/// A day, typed as day, month and year.
package struct DateQuestion: QuestionBehaviour {
    /// The day must be today or earlier.
    package var past: Bool
    /// The day must be today or later.
    package var future: Bool

    package init(past: Bool = false, future: Bool = false) {
        self.past = past
        self.future = future
    }

    private enum Key: String, CodingKey { case past, future }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        past = try container.decodeIfPresent(Bool.self, forKey: .past) ?? false
        future = try container.decodeIfPresent(Bool.self, forKey: .future) ?? false
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        if past { try container.encode(past, forKey: .past) }
        if future { try container.encode(future, forKey: .future) }
    }

    package var parts: [String] { ["day", "month", "year"] }
    package var missing: FaultCode { .dateMissing }

    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let (day, month, year) = (typed["day"].trimmed, typed["month"].trimmed, typed["year"].trimmed)
        switch (day.isEmpty, month.isEmpty, year.isEmpty) {
        case (true, true, true): return .absent
        case (true, true, false): return .faulty([.init(.dateMissingDayMonth, part: "day")])
        case (true, false, true): return .faulty([.init(.dateMissingDayYear, part: "day")])
        case (false, true, true): return .faulty([.init(.dateMissingMonthYear, part: "month")])
        case (true, false, false): return .faulty([.init(.dateMissingDay, part: "day")])
        case (false, true, false): return .faulty([.init(.dateMissingMonth, part: "month")])
        case (false, false, true): return .faulty([.init(.dateMissingYear, part: "year")])
        case (false, false, false): break
        }
        guard year.utf8.count == 4, let y = Self.number(year), let m = Self.month(month), let d = Self.number(day),
            let date = CalendarDate(year: y, month: m, day: d)
        else { return .faulty([.init(.dateUnreal)]) }
        if past && date > today { return .faulty([.init(.dateNotPast)]) }
        if future && date < today { return .faulty([.init(.dateNotFuture)]) }
        return .answered(.text(date.description))
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
}
