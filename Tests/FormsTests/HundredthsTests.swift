import TestSupport
import Testing

@testable import Forms

@Suite struct HundredthsTests {
    @Test(
        arguments: [
            ("42", 4_200, "42", "42.00"), ("12.5", 1_250, "12.50", "12.50"), ("1250.00", 125_000, "1250", "1250.00"),
            ("0", 0, "0", "0.00"), ("0.05", 5, "0.05", "0.05"), ("000.10", 10, "0.10", "0.10"),
            ("-0.05", -5, "-0.05", "-0.05"), ("-1.5", -150, "-1.50", "-1.50"), ("-3", -300, "-3", "-3.00"),
            ("-0", 0, "0", "0.00"), ("999999999999.99", 99_999_999_999_999, "999999999999.99", "999999999999.99"),
        ] as [(String, Int, String, String)])
    func aNumberIsCountedInHundredths(text: String, count: Int, description: String, amount: String) throws {
        let number = try #require(Hundredths(text))
        #expect(number == Hundredths(count: count))
        #expect(number.description == description)
        #expect(number.amount == amount)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".1", "1..", "1.2.3", "1.234", "--1", "+1", " 1", "1 ", "1,0", "1e3", "1\u{301}",
        "1.2\u{0}",
        "1٣", "١", "½", "one", "1000000000000", "-1000000000000", "1-",
    ])
    func anythingElseIsNoNumber(text: String) {
        #expect(Hundredths(text) == nil)
    }

    @Test func anOverlongNumberIsNone() {
        #expect(Hundredths(String(repeating: "1", count: 100_000)) == nil)
        #expect(Hundredths("1." + String(repeating: "0", count: 100_000)) == nil)
    }

    @Test func numbersHaveAnOrder() {
        let counts = [-100, -5, 0, 5, 100]
        let sorted = counts.reversed().map { Hundredths(count: $0) }.sorted()
        #expect(sorted.map(\.count) == counts)
    }

    @Test func whatIsWrittenIsReadAgain() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let most = [99, 9_999, 99_999_999_999_999].randomElement(using: &generator) ?? 0
            let number = Hundredths(count: Int.random(in: -most...most, using: &generator))
            #expect(Hundredths(number.description) == number)
            #expect(Hundredths(number.amount) == number)
        }
    }
}
