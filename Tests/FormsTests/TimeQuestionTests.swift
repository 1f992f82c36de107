import Testing

@testable import Forms

@Suite struct TimeQuestionTests {
    @Test(
        arguments: [
            ("14:30", "14:30"), ("14.30", "14:30"), ("1430", "14:30"), ("930", "09:30"), ("0930", "09:30"),
            ("9", "09:00"), ("09", "09:00"), ("0", "00:00"), ("00:00", "00:00"), ("23:59", "23:59"), ("2359", "23:59"),
            ("9:05", "09:05"), ("9 30", "09:30"), ("14 : 30", "14:30"), (" 14:30\u{200B}", "14:30"),
        ] as [(String, String)])
    func aTimeOfTheWholeDayIsRead(typed: String, time: String) throws {
        let judgement = try TimeQuestion().judged([typed])
        #expect(judgement == .answered(.text(time)))
    }

    @Test(
        arguments: [
            ("2pm", "14:00"), ("2 PM", "14:00"), ("2:30 p.m.", "14:30"), ("2.30pm", "14:30"), ("230pm", "14:30"),
            ("12am", "00:00"), ("12pm", "12:00"), ("12:59 a.m.", "00:59"), ("1am", "01:00"), ("11:59PM", "23:59"),
            ("7yh", "19:00"), ("7 Y.B.", "07:00"), ("12 yh", "12:00"), ("12 yb", "00:00"),
        ] as [(String, String)])
    func aTimeOfHalfADayIsReadInEitherLanguage(typed: String, time: String) throws {
        let judgement = try TimeQuestion().judged([typed])
        #expect(judgement == .answered(.text(time)))
    }

    @Test(
        arguments: [
            ("noon", "12:00"), ("Midday", "12:00"), (" hanner dydd ", "12:00"), ("MIDNIGHT", "00:00"),
            ("Hanner Nos", "00:00"),
        ] as [(String, String)])
    func aTimeIsReadByName(typed: String, time: String) throws {
        let judgement = try TimeQuestion().judged([typed])
        #expect(judgement == .answered(.text(time)))
    }

    @Test(arguments: [[], [""], [" "], ["\r\n"], ["\u{A0}\u{2003}"], ["\u{200B}"]] as [[String]])
    func nothingTypedIsNoAnswer(typed: [String]) throws {
        let judgement = try TimeQuestion().judged(typed)
        #expect(judgement == .absent)
    }

    @Test(arguments: [
        "24:00", "2400", "14:60", "1260", "99", "9:5", "9:305", "123:00", "12345", "14:30:00", ":30", "14:", ".", "0pm",
        "13pm", "14:30pm", "pm", "pm 2", "2pm2", "2pmx", "2xm", "2 o'clock", "half past two", "noonish", "-2", "2-3",
        "14:3O", "2026-03-27", "14\n30", "14:30\u{0}", "\u{0}", "14:30\u{301}", "noon\u{301}", "٢:٣٠", "２:30",
        "111111111111111111111",
    ])
    func whatIsNoTimeIsAFault(typed: String) throws {
        let judgement = try TimeQuestion().judged([typed])
        #expect(judgement == .faulty([.init(.timeMalformed)]))
    }

    /// A part of the time that is passed over would be a wrong time.
    @Test(arguments: ["14：３０", "14٣٠", "2½", "2½pm", "14:30é", "2pm👩"])
    func nothingIsPassedOverThatIsNotRead(typed: String) throws {
        let judgement = try TimeQuestion().judged([typed])
        #expect(judgement == .faulty([.init(.timeMalformed)]))
    }

    @Test func anOverlongTimeIsAFault() throws {
        let judgement = try TimeQuestion().judged(["14:30" + String(repeating: " pm", count: 100_000)])
        #expect(judgement == .faulty([.init(.timeMalformed)]))
    }
}
