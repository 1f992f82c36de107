import Testing

@testable import Forms

@Suite struct NumberQuestionTests {
    @Test(
        arguments: [
            ("5", "5"), (" 5\t", "5"), ("\u{A0}5\u{200B}", "5"), ("007", "7"), ("0", "0"), ("-0", "0"), ("+5", "5"),
            ("1,000", "1000"), ("1 000", "1000"), ("1,000,000", "1000000"), ("999 999 999", "999999999"),
            ("00000000000000000001", "1"),
        ] as [(String, String)])
    func aWholeNumberIsKeptInDigits(typed: String, number: String) throws {
        let judgement = try NumberQuestion().judged([typed])
        #expect(judgement == .answered(.text(number)))
    }

    @Test(arguments: [[], [""], [" "], ["\r\n"], ["\u{A0}\u{2003}"], ["\u{200B}"], ["\u{FEFF} "]] as [[String]])
    func nothingTypedIsNoAnswer(typed: [String]) throws {
        let judgement = try NumberQuestion().judged(typed)
        #expect(judgement == .absent)
    }

    /// The last two are a digit longer than what is read, and more than a number can hold.
    @Test(arguments: [
        "five", "1.5", "1.0", "1e3", "0x10", "--5", "5-", "-", "+", ",", "1\n000", "5\u{301}", "\u{301}5", "5\u{0}",
        "\u{0}", "٥", "５", "५", "½", "²", "1_000", "5 apples", "000000000000000000001", "99999999999999999999",
    ])
    func whatIsNoWholeNumberIsAFault(typed: String) throws {
        let judgement = try NumberQuestion().judged([typed])
        #expect(judgement == .faulty([.init(.numberMalformed)]))
    }

    @Test func anOverlongNumberIsAFault() throws {
        let judgement = try NumberQuestion().judged([String(repeating: "9", count: 100_000)])
        #expect(judgement == .faulty([.init(.numberMalformed)]))
    }

    @Test(
        arguments: [
            (NumberQuestion(min: 1, max: 9), "0", .faulty([.init(.numberTooSmall, arguments: ["min": "1"])])),
            (NumberQuestion(min: 1, max: 9), "1", .answered(.text("1"))),
            (NumberQuestion(min: 1, max: 9), "9", .answered(.text("9"))),
            (NumberQuestion(min: 1, max: 9), "10", .faulty([.init(.numberTooLarge, arguments: ["max": "9"])])),
            (NumberQuestion(min: -40, max: 2_000), "-41", .faulty([.init(.numberTooSmall, arguments: ["min": "-40"])])),
            (NumberQuestion(min: -40, max: 2_000), "-40", .answered(.text("-40"))),
            (NumberQuestion(min: -40, max: 2_000), "2,000", .answered(.text("2000"))),
            (
                NumberQuestion(min: -40, max: 2_000), "2,001",
                .faulty([.init(.numberTooLarge, arguments: ["max": "2,000"])])
            ),
        ] as [(NumberQuestion, String, Judgement)])
    func theBoundsAreTaken(question: NumberQuestion, typed: String, expected: Judgement) throws {
        let judgement = try question.judged([typed])
        #expect(judgement == expected)
    }

    /// The lowest and the highest number that a machine can hold.
    @Test(
        arguments: [
            ("-1", .numberTooSmall, ["min": "0"]), ("-9223372036854775808", .numberTooSmall, ["min": "0"]),
            ("1000000000", .numberTooLarge, ["max": "999,999,999"]),
            ("9223372036854775807", .numberTooLarge, ["max": "999,999,999"]),
        ] as [(String, FaultCode, [String: String])])
    func withoutBoundsOfItsOwnItCountsThings(typed: String, code: FaultCode, arguments: [String: String]) throws {
        let judgement = try NumberQuestion().judged([typed])
        #expect(judgement == .faulty([.init(code, arguments: arguments)]))
    }
}
