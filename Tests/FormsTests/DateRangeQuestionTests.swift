import Testing

@testable import Forms

/// A day is written here as it is typed, with a space between its parts: `27 3 2026`.
@Suite struct DateRangeQuestionTests {
    @Test(
        arguments: [
            ("27 3 2026", "28 3 2026", "2026-03-27", "2026-03-28"),
            ("27 3 2026", "27 3 2026", "2026-03-27", "2026-03-27"),
            ("1 mar 2026", "2 Ebrill 2026", "2026-03-01", "2026-04-02"),
            ("29 02 2024", "1 1 2027", "2024-02-29", "2027-01-01"),
        ] as [(String, String, String, String)])
    func twoDaysAreKeptByTheirNames(from: String, to: String, first: String, last: String) throws {
        let judgement = try judged(from, to)
        #expect(judgement == .answered(.group(["from": first, "to": last])))
    }

    @Test(
        arguments: [
            ("27 3 2026", "", [.init(.dateMissing, part: "to-day")]),
            ("", "27 3 2026", [.init(.dateMissing, part: "from-day")]),
            (" 3 2026", "28 3 2026", [.init(.dateMissingDay, part: "from-day")]),
            (
                "27  2026", "28 3",
                [.init(.dateMissingMonth, part: "from-month"), .init(.dateMissingYear, part: "to-year")]
            ),
            ("27", "", [.init(.dateMissingMonthYear, part: "from-month"), .init(.dateMissing, part: "to-day")]),
            ("27 3 2026", " 3", [.init(.dateMissingDayYear, part: "to-day")]),
            ("  2026", "28 3 2026", [.init(.dateMissingDayMonth, part: "from-day")]),
            ("30 2 2026", "x y z", [.init(.dateUnreal, part: "from-day"), .init(.dateUnreal, part: "to-day")]),
        ] as [(String, String, [Judgement.Finding])])
    func eachDayHasAFaultOfItsOwn(from: String, to: String, findings: [Judgement.Finding]) throws {
        let judgement = try judged(from, to)
        #expect(judgement == .faulty(findings))
    }

    @Test(arguments: ["27\u{301} 3 2026", "27\u{0} 3 2026", "٢٧ 3 2026", "27 ３ 2026", "27 3 20260", "-27 3 2026"])
    func aDayThatIsNotInTheCalendarIsAFault(typed: String) throws {
        let first = try judged(typed, "28 3 2026")
        let last = try judged("26 3 2026", typed)
        #expect(first == .faulty([.init(.dateUnreal, part: "from-day")]))
        #expect(last == .faulty([.init(.dateUnreal, part: "to-day")]))
    }

    @Test(arguments: [("28 3 2026", "27 3 2026"), ("1 1 2027", "31 12 2026"), ("1 1 2026", "1 1 2025")])
    func theLastDayIsNotBeforeTheFirst(from: String, to: String) throws {
        let judgement = try judged(from, to)
        #expect(judgement == .faulty([.init(.dateRangeReversed, part: "to-day")]))
    }

    /// Today is 27 March 2026.
    @Test(
        arguments: [
            ("26 3 2026", "27 3 2026", []), ("27 3 2026", "28 3 2026", ["to-day"]),
            ("28 3 2026", "29 3 2026", ["from-day", "to-day"]), ("29 3 2026", "28 3 2026", ["from-day", "to-day"]),
            ("28 3 2026", "27 3 2026", ["from-day"]),
        ] as [(String, String, [String])])
    func bothDaysMayHaveToBePast(from: String, to: String, faulty: [String]) throws {
        let judgement = try judged(from, to, by: DateRangeQuestion(past: true))
        let findings = faulty.map { Judgement.Finding(.dateNotPast, part: $0) }
        let answer = Answer.group(["from": "2026-03-26", "to": "2026-03-27"])
        let expected: Judgement = findings.isEmpty ? .answered(answer) : .faulty(findings)
        #expect(judgement == expected)
    }

    @Test(arguments: ["", " ", "\r\n", "\u{A0}", "\u{200B}"])
    func nothingTypedIsNoAnswer(typed: String) throws {
        let question = DateRangeQuestion()
        let parts = Dictionary(uniqueKeysWithValues: question.parts.map { ($0, typed) })
        let judgement = try question.judged(parts: parts)
        let unposted = try question.judged(parts: [:])
        #expect(judgement == .absent)
        #expect(unposted == .absent)
    }

    private func judged(
        _ from: String, _ to: String, by question: DateRangeQuestion = DateRangeQuestion()
    ) throws -> Judgement {
        var parts: [String: String] = [:]
        for (end, typed) in [("from", from), ("to", to)] {
            let values = typed.split(separator: " ", omittingEmptySubsequences: false)
            for (part, value) in zip(["day", "month", "year"], values) { parts["\(end)-\(part)"] = String(value) }
        }
        return try question.judged(parts: parts)
    }
}
