import Testing

@testable import Forms

/// The first and the last day that a question takes.
@Suite struct DateBoundsTests {
    @Test(
        arguments: [
            ("2026-01-01", "2026-03-27", "2026-01-01", nil), ("2026-01-01", "2026-03-27", "2025-12-31", "2026-01-01"),
            ("2026-01-01", "2026-03-27", "2030-01-01", nil), ("today", "2026-03-27", "2026-03-27", nil),
            ("today", "2026-03-27", "2026-03-26", "2026-03-27"),
            ("today - 6 days", "2026-03-27", "2026-03-21", nil),
            ("today - 6 days", "2026-03-27", "2026-03-20", "2026-03-21"),
            ("today - 1 year", "2028-02-29", "2027-02-28", nil),
            ("today - 1 year", "2028-02-29", "2027-02-27", "2027-02-28"),
        ] as [(String, String, String, String?)])
    func aDayBeforeTheFirstIsTooEarly(earliest: String, today: String, typed: String, first: String?) throws {
        let question = DateQuestion(earliest: try bound(earliest))
        let judgement = try judged(typed, by: question, today: today)
        #expect(judgement == expected(typed, .dateTooEarly, first))
    }

    @Test(
        arguments: [
            ("2026-01-01", "2026-03-27", "2026-01-01", nil), ("2026-01-01", "2026-03-27", "2026-01-02", "2026-01-01"),
            ("2026-01-01", "2026-03-27", "1926-01-01", nil), ("today", "2026-03-27", "2026-03-27", nil),
            ("today", "2026-03-27", "2026-03-28", "2026-03-27"),
            ("today + 6 days", "2026-03-27", "2026-04-02", nil),
            ("today + 6 days", "2026-03-27", "2026-04-03", "2026-04-02"),
            ("today - 18 years", "2026-03-27", "2008-03-27", nil),
            ("today - 18 years", "2026-03-27", "2008-03-28", "2008-03-27"),
            ("today + 1 month", "2026-03-31", "2026-04-30", nil),
            ("today + 1 month", "2026-03-31", "2026-05-01", "2026-04-30"),
        ] as [(String, String, String, String?)])
    func aDayAfterTheLastIsTooLate(latest: String, today: String, typed: String, last: String?) throws {
        let question = DateQuestion(latest: try bound(latest))
        let judgement = try judged(typed, by: question, today: today)
        #expect(judgement == expected(typed, .dateTooLate, last))
    }

    @Test(
        arguments: [
            ("2026-03-19", .dateTooEarly, "2026-03-20"), ("2026-03-20", .dateTooEarly, nil),
            ("2026-03-26", .dateTooLate, nil), ("2026-03-27", .dateTooLate, "2026-03-26"),
        ] as [(String, FaultCode, String?)])
    func aDayMayHaveToBeBetweenTwo(typed: String, code: FaultCode, bound: String?) throws {
        let question = DateQuestion(
            past: true, earliest: try self.bound("2026-03-20"), latest: try self.bound("today - 1 day"))
        let judgement = try judged(typed, by: question)
        #expect(judgement == expected(typed, code, bound))
    }

    @Test func thePastIsSpokenOfBeforeTheBounds() throws {
        let past = DateQuestion(past: true, latest: try bound("today - 1 day"))
        let future = DateQuestion(future: true, earliest: try bound("today + 1 day"))
        let tomorrow = try judged("2026-03-28", by: past)
        let yesterday = try judged("2026-03-26", by: future)
        #expect(tomorrow == .faulty([.init(.dateNotPast)]))
        #expect(yesterday == .faulty([.init(.dateNotFuture)]))
    }

    @Test func whatIsNoDayIsNotComparedWithTheBounds() throws {
        let question = DateQuestion(earliest: try bound("today"), latest: try bound("today"))
        let unreal = try question.judged(parts: ["day": "30", "month": "2", "year": "2026"])
        let absent = try question.judged(parts: ["day": " ", "month": "\u{200B}", "year": ""])
        #expect(unreal == .faulty([.init(.dateUnreal)]))
        #expect(absent == .absent)
    }

    private func bound(_ text: String) throws -> DayExpression { try #require(DayExpression(rawValue: text)) }

    private func judged(_ iso: String, by question: DateQuestion, today: String = "2026-03-27") throws -> Judgement {
        let date = try SampleForm.day(iso)
        let parts = ["day": "\(date.day)", "month": "\(date.month)", "year": "\(date.year)"]
        return try question.judged(parts: parts, today: today)
    }

    private func expected(_ iso: String, _ code: FaultCode, _ bound: String?) -> Judgement {
        if let bound { .faulty([.init(code, arguments: ["day": bound])]) } else { .answered(.text(iso)) }
    }
}
