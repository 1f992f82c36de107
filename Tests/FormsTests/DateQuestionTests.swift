import Testing

@testable import Forms

@Suite struct DateQuestionTests {
    @Test(
        arguments: [
            ("", "", "", .absent),
            (" ", "\t", "\r\n", .absent),
            ("", "3", "2026", .faulty([.init(.dateMissingDay, part: "day")])),
            ("27", "", "2026", .faulty([.init(.dateMissingMonth, part: "month")])),
            ("27", "3", "", .faulty([.init(.dateMissingYear, part: "year")])),
            ("", "", "2026", .faulty([.init(.dateMissingDayMonth, part: "day")])),
            ("", "3", "", .faulty([.init(.dateMissingDayYear, part: "day")])),
            ("27", "", "", .faulty([.init(.dateMissingMonthYear, part: "month")])),
            (" ", "x", "y", .faulty([.init(.dateMissingDay, part: "day")])),
        ] as [(String, String, String, Judgement)])
    func everyPartThatIsMissingIsNamed(day: String, month: String, year: String, expected: Judgement) throws {
        let judgement = try judged(day, month, year)
        #expect(judgement == expected)
    }

    @Test(
        arguments: [
            ("30", "2", "2026"), ("29", "2", "2026"), ("29", "2", "1900"), ("31", "4", "2026"), ("32", "1", "2026"),
            ("0", "1", "2026"), ("1", "0", "2026"), ("1", "13", "2026"), ("1", "1", "0000"), ("1", "1", "26"),
            ("1", "1", "02026"), ("-1", "1", "2026"), ("+1", "1", "2026"), ("1.", "1", "2026"), ("first", "1", "2026"),
            ("1", "ma", "2026"), ("1", "Smarch", "2026"), ("1", "marchh", "2026"), ("1", "1", "٢٠٢٦"),
            ("1", "1", "year"),
            ("99999999999999999999", "1", "2026"),
        ] as [(String, String, String)])
    func aDayThatIsNotInTheCalendarIsAFault(day: String, month: String, year: String) throws {
        let judgement = try judged(day, month, year)
        #expect(judgement == .faulty([.init(.dateUnreal)]))
    }

    @Test(
        arguments: [
            ("27", "3", "2026", "2026-03-27"), (" 7", "03 ", "2026", "2026-03-07"), ("07", "12", "1999", "1999-12-07"),
            ("29", "2", "2024", "2024-02-29"), ("29", "feb", "2000", "2000-02-29"), ("1", "1", "0987", "0987-01-01"),
        ] as [(String, String, String, String)])
    func aDayIsKeptInTheOrderOfISO8601(day: String, month: String, year: String, iso: String) throws {
        let judgement = try judged(day, month, year)
        #expect(judgement == .answered(.text(iso)))
    }

    @Test(
        arguments: [
            ("January", "Ionawr", "01"), ("February", "Chwefror", "02"), ("March", "Mawrth", "03"),
            ("April", "Ebrill", "04"), ("May", "Mai", "05"), ("June", "Mehefin", "06"), ("July", "Gorffennaf", "07"),
            ("August", "Awst", "08"), ("September", "Medi", "09"), ("October", "Hydref", "10"),
            ("November", "Tachwedd", "11"), ("December", "Rhagfyr", "12"),
        ] as [(String, String, String)])
    func aMonthIsReadByNameInEitherLanguage(english: String, welsh: String, number: String) throws {
        for name in [english, welsh] {
            for typed in [name, name.uppercased(), name.lowercased(), String(name.prefix(3)), String(name.dropLast())]
            where typed.count >= 3 {
                let judgement = try judged("5", typed, "2026")
                #expect(judgement == .answered(.text("2026-\(number)-05")), "\(typed)")
            }
        }
    }

    /// Today is 27 March 2026.
    @Test(
        arguments: [
            (DateQuestion(), "2025-03-27", nil), (DateQuestion(), "2027-03-27", nil),
            (DateQuestion(past: true), "2026-03-26", nil), (DateQuestion(past: true), "2026-03-27", nil),
            (DateQuestion(past: true), "2026-03-28", .dateNotPast),
            (DateQuestion(past: true), "2027-01-01", .dateNotPast),
            (DateQuestion(past: true), "2025-12-31", nil),
            (DateQuestion(future: true), "2026-03-26", .dateNotFuture), (DateQuestion(future: true), "2026-03-27", nil),
            (DateQuestion(future: true), "2026-03-28", nil), (DateQuestion(future: true), "2027-01-01", nil),
            (DateQuestion(future: true), "2025-12-31", .dateNotFuture),
            (DateQuestion(past: true, future: true), "2026-03-27", nil),
        ] as [(DateQuestion, String, FaultCode?)])
    func pastAndFutureIncludeToday(question: DateQuestion, iso: String, fault: FaultCode?) throws {
        let date = try SampleForm.day(iso)
        let parts: [String: String] = ["day": "\(date.day)", "month": "\(date.month)", "year": "\(date.year)"]
        let judgement = try question.judged(parts: parts, today: "2026-03-27")
        let expected: Judgement = if let fault { .faulty([.init(fault)]) } else { .answered(.text(iso)) }
        #expect(judgement == expected)
    }

    private func judged(_ day: String, _ month: String, _ year: String) throws -> Judgement {
        try DateQuestion().judged(parts: ["day": day, "month": month, "year": year])
    }
}
