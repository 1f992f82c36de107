import Testing

@testable import Forms

@Suite struct DayExpressionTests {
    @Test(
        arguments: [
            ("2026-01-31", "2026-01-31"), ("0001-01-01", "0001-01-01"), ("today", "today"), (" today ", "today"),
            ("today + 6 days", "today + 6 days"), ("today - 18 years", "today - 18 years"),
            ("today + 1 day", "today + 1 days"), ("today - 1 week", "today - 1 weeks"),
            ("today + 3 month", "today + 3 months"), ("today  -  2   weeks", "today - 2 weeks"),
            ("today + 007 days", "today + 7 days"), ("today - 9999 years", "today - 9999 years"),
        ] as [(String, String)])
    func aDayIsReadAndWritten(text: String, written: String) throws {
        let expression = try #require(DayExpression(rawValue: text))
        #expect(expression.rawValue == written)
        #expect(DayExpression(rawValue: written) == expression)
        let json = try JSONText.encode([expression])
        let back = try JSONText.decode([DayExpression].self, from: json)
        #expect(json == "[\"\(written)\"]")
        #expect(back == [expression])
    }

    @Test(arguments: [
        "", " ", "tomorrow", "Today", "now", "today +6 days", "today +", "today + 6", "today + days", "today + 0 days",
        "today + 10000 days", "today + 99999999999999999999 days", "today + -1 days", "today + 1.5 days",
        "today + six days", "today + 6 hours", "today + 6 d", "today + 6 dayss", "today + 6 Days", "today * 6 days",
        "today + 6 days ago", "now + 6 days", "2026-02-30", "2026-1-1", "26-01-01", "2026-01-01 + 1 days",
        "2026-01-01T00:00", "today\t+ 6 days", "today\u{0}", "today\u{301}", "today + ٦ days", "today + 6\u{301} days",
        "today +\u{301} 6 days", "today + 6 days\u{301}", "today – 6 days",
    ])
    func anythingElseIsNoDay(text: String) {
        #expect(DayExpression(rawValue: text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONText.decode([DayExpression].self, from: JSONText.encode([text]))
        }
    }

    @Test(
        arguments: [
            ("2026-01-31", "2026-03-27", "2026-01-31"), ("today", "2026-03-27", "2026-03-27"),
            ("today + 6 days", "2026-03-27", "2026-04-02"), ("today - 27 days", "2026-03-27", "2026-02-28"),
            ("today - 87 days", "2026-03-27", "2025-12-30"), ("today + 2 weeks", "2026-03-27", "2026-04-10"),
            ("today - 1 month", "2026-03-31", "2026-02-28"), ("today + 9 months", "2026-03-27", "2026-12-27"),
            ("today + 10 months", "2026-03-27", "2027-01-27"), ("today - 3 months", "2026-03-27", "2025-12-27"),
            ("today - 18 years", "2026-03-27", "2008-03-27"), ("today + 1 year", "2028-02-29", "2029-02-28"),
            ("today - 4 years", "2028-02-29", "2024-02-29"),
        ] as [(String, String, String)])
    func itIsADayOnEachDay(text: String, today: String, day: String) throws {
        let expression = try #require(DayExpression(rawValue: text))
        let found = expression.day(today: try SampleForm.day(today))
        #expect(found.description == day)
    }

    /// Beyond the calendar it is a day as far as the calendar goes, on the same side of today.
    @Test(arguments: DayExpression.Unit.allCases)
    func theFarthestIsStillBeforeOrAfterToday(unit: DayExpression.Unit) throws {
        let today = try SampleForm.day()
        let before = try #require(DayExpression(rawValue: "today - 9999 \(unit.rawValue)"))
        let after = try #require(DayExpression(rawValue: "today + 9999 \(unit.rawValue)"))
        #expect(before.day(today: today) < today)
        #expect(after.day(today: today) > today)
    }

    @Test(
        arguments: [
            ("today", 0, .days), ("today + 6 days", 6, .days), ("today - 18 years", -18, .years),
            ("today - 1 week", -1, .weeks),
        ] as [(String, Int, DayExpression.Unit)])
    func itTellsHowFarItIsFromToday(text: String, count: Int, unit: DayExpression.Unit) throws {
        let expression = try #require(DayExpression(rawValue: text))
        let distance = expression.distance
        #expect(distance?.count == count)
        #expect(distance?.unit == unit)
    }

    @Test func aDayOfTheCalendarHasNoDistance() throws {
        let expression = try #require(DayExpression(rawValue: "2026-01-31"))
        let distance = expression.distance
        #expect(distance?.count == nil)
    }
}
