import Testing

@testable import Forms

@Suite struct CalendarDateTests {
    @Test(arguments: ["0001-01-01", "1999-12-31", "2000-02-29", "2024-02-29", "2026-03-27", "2026-04-30", "9999-12-31"])
    func aDayReadsAsItIsWritten(iso: String) throws {
        let date = try SampleForm.day(iso)
        #expect(date.description == iso)
        #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    }

    @Test(arguments: [
        "", "2026", "2026-3-27", "2026-03-7", "26-03-27", "2026/03/27", "2026-03-27 ", " 2026-03-27", "20260327",
        "2026-03-27T00:00", "2026-0a-27", "-026-03-27", "+026-03-27", "2026-02-29", "2100-02-29", "2026-04-31",
        "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "0000-01-01", "٢٠٢٦-٠٣-٢٧",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test(
        arguments: [
            (0, 1, 1), (10_000, 1, 1), (-2_026, 3, 27), (2_026, 0, 1), (2_026, 13, 1), (2_026, 3, 0), (2_026, 3, 32),
            (2_026, 2, 29), (1_900, 2, 29), (.max, .max, .max), (.min, .min, .min),
        ] as [(Int, Int, Int)])
    func numbersThatAreNoDayAreRefused(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test func aYearHas365DaysAndALeapYearOneMore() {
        let years: [(Int, Int)] = [(1_900, 365), (2_000, 366), (2_023, 365), (2_024, 366)]
        for (year, expected) in years {
            var days = 0
            for month in 0...13 {
                for day in 0...32 where CalendarDate(year: year, month: month, day: day) != nil { days += 1 }
            }
            #expect(days == expected, "\(year)")
        }
    }

    @Test(
        arguments: [
            ("2026-03-27", "2026-03-28"), ("2026-03-31", "2026-04-01"), ("2025-12-31", "2026-01-01"),
            ("0999-12-31", "1000-01-01"),
        ] as [(String, String)])
    func daysAreInOrder(earlier: String, later: String) throws {
        let first = try SampleForm.day(earlier)
        let second = try SampleForm.day(later)
        #expect(first < second)
        #expect(!(second < first))
        #expect(CalendarDate.distantPast < first)
    }
}
