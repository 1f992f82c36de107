import Testing

@testable import Forms

@Suite struct MoneyQuestionTests {
    @Test(
        arguments: [
            ("5", "5.00"), ("12.5", "12.50"), ("0.01", "0.01"), ("0", "0.00"), ("-0", "0.00"), ("007", "7.00"),
            ("£5", "5.00"), ("£ 5", "5.00"), ("£1,000.50", "1000.50"), ("£ 1 000", "1000.00"),
            (" £5\u{200B}", "5.00"), ("999999999", "999999999.00"), ("£999,999,999.00", "999999999.00"),
        ] as [(String, String)])
    func anAmountIsKeptInPoundsAndPence(typed: String, amount: String) throws {
        let judgement = try MoneyQuestion().judged([typed])
        #expect(judgement == .answered(.text(amount)))
    }

    @Test(arguments: [[], [""], [" "], ["\r\n"], ["\u{A0}\u{2003}"], ["\u{200B}"]] as [[String]])
    func nothingTypedIsNoAnswer(typed: [String]) throws {
        let judgement = try MoneyQuestion().judged(typed)
        #expect(judgement == .absent)
    }

    /// The last has a digit more than what is read.
    @Test(arguments: [
        "£", "££5", "5£", "£-5", "-5", "-0.01", "+5", ".50", "5.", "1.234", "1.2.3", "five", "5k", "5p", "1e3", "$5",
        "€5", ",", "1\n000", "5\u{301}", "£\u{301}5", "5\u{0}", "\u{0}", "٥", "£５", "½", "1000000000000",
    ])
    func whatIsNoAmountIsAFault(typed: String) throws {
        let judgement = try MoneyQuestion().judged([typed])
        #expect(judgement == .faulty([.init(.moneyMalformed)]))
    }

    @Test func anOverlongAmountIsAFault() throws {
        let judgement = try MoneyQuestion().judged(["£" + String(repeating: "9", count: 100_000)])
        #expect(judgement == .faulty([.init(.moneyMalformed)]))
    }

    @Test(
        arguments: [
            (MoneyQuestion(max: 500), "500", nil), (MoneyQuestion(max: 500), "500.00", nil),
            (MoneyQuestion(max: 500), "500.01", "500"), (MoneyQuestion(max: 2_000), "£2,001", "2,000"),
            (MoneyQuestion(), "999999999.01", "999,999,999"), (MoneyQuestion(), "999999999999.99", "999,999,999"),
        ] as [(MoneyQuestion, String, String?)])
    func theLargestAmountIsTaken(question: MoneyQuestion, typed: String, max: String?) throws {
        let judgement = try question.judged([typed])
        if let max {
            #expect(judgement == .faulty([.init(.moneyTooLarge, arguments: ["max": max])]))
        } else {
            #expect(judgement == .answered(.text("500.00")))
        }
    }
}
