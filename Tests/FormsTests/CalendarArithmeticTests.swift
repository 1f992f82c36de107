import Forms
import Testing

@Suite struct CalendarArithmeticTests {
    @Test func everyDayOfManyYearsFollowsTheOneBefore() throws {
        var day = try #require(CalendarDate(year: 1896, month: 1, day: 1))
        for number in day.daysSince1970...40_000 {
            #expect(day.daysSince1970 == number)
            #expect(CalendarDate(daysSince1970: number) == day)
            let next =
                CalendarDate(year: day.year, month: day.month, day: day.day + 1)
                ?? CalendarDate(year: day.year, month: day.month + 1, day: 1)
            day = try #require(next ?? CalendarDate(year: day.year + 1, month: 1, day: 1))
        }
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-02-29", 11_016), ("9999-12-31", 2_932_896),
        ("0001-01-01", -719_162),
    ])
    func aDayHasItsNumber(iso: String, number: Int) {
        #expect(CalendarDate(iso: iso)?.daysSince1970 == number)
        #expect(CalendarDate(daysSince1970: number).description == iso)
    }

    @Test(arguments: [
        ("2026-03-31", -1, "2026-02-28"), ("2028-03-31", -1, "2028-02-29"), ("2026-01-15", -12, "2025-01-15"),
        ("2028-02-29", -72, "2022-02-28"), ("2026-11-22", 2, "2027-01-22"), ("0001-05-05", -12, "0001-05-05"),
    ])
    func monthsKeepTheDayWhereThereIsOne(iso: String, months: Int, expected: String) throws {
        let day = try #require(CalendarDate(iso: iso))
        let moved = day.adding(months: months).description
        #expect(moved == expected || iso == "0001-05-05" && moved.hasPrefix("0001-"))
    }

    @Test(arguments: [Int.min / 2, Int.max / 2])
    func whatIsOutOfReachIsTheFirstOrTheLastDay(number: Int) {
        #expect(["0001-01-01", "9999-12-31"].contains(CalendarDate(daysSince1970: number).description))
    }
}
