import Forms
import Testing

@Suite struct FormClockTests {
    static let table: [(days: Int, from: String?, answer: Answer, lastDay: String)] = [
        (14, "when", Answer.text("2026-11-08"), "2026-11-22"), (14, "when", .text("not a day"), "2026-12-06"),
        (14, "when", .list(["2026-11-08"]), "2026-12-06"), (14, "other", .text("2026-11-08"), "2026-12-06"),
        (1, nil, .text("2026-11-08"), "2026-11-23"), (100, "when", .text("2027-11-22"), "2028-03-01"),
    ]

    @Test(arguments: table)
    func itCountsFromTheDayOfTheAnswerOrOfTheReport(
        days: Int, from: String?, answer: Answer, expected: String
    ) throws {
        let question = try #require(QuestionID(rawValue: "when"))
        let today = try #require(CalendarDate(iso: "2026-11-22"))
        let clock = FormClock(
            label: LocalizedText("Notice"), days: days, from: from.flatMap { QuestionID(rawValue: $0) })
        #expect(clock.lastDay(answers: [question: answer], today: today).description == expected)
    }
}
