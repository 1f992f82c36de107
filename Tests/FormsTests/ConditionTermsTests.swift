import Testing

@testable import Forms

/// What a condition can say of one answer, and how its terms go together.
@Suite struct ConditionTermsTests {
    @Test(
        arguments: [
            ("Knife in hand", "knife", true), ("a KNIFE", "knife", true), ("knife", "KNIFE", true),
            ("penknives", "knife", false), ("kni fe", "knife", false), ("kni\u{0}fe", "knife", false),
            ("knif\u{301}e", "knife", false), ("ｋnife", "knife", false), ("", "knife", false),
            ("Y Ŵyl fawr", "ŵyl", true), ("line\r\nknife\r\n", "knife", true),
        ] as [(String, String, Bool)])
    func aTextMayContainAnotherWhateverTheCase(text: String, part: String, holds: Bool) throws {
        let isSo = try self.holds(.contains(part), .text(text))
        #expect(isSo == holds)
    }

    /// In the order of the relations: less, at most, at least, more.
    @Test(
        arguments: [
            ("4.99", [true, true, false, false]), ("5", [false, true, true, false]),
            ("5.00", [false, true, true, false]), ("5.01", [false, false, true, true]),
            ("-6", [true, true, false, false]), ("1000000", [false, false, true, true]),
            ("five", [false, false, false, false]), ("", [false, false, false, false]),
            ("٥", [false, false, false, false]), ("5\u{301}", [false, false, false, false]),
            ("5\u{0}", [false, false, false, false]), ("9999999999999", [false, false, false, false]),
        ] as [(String, [Bool])])
    func aNumberIsComparedInHundredths(text: String, expected: [Bool]) throws {
        let bound = Hundredths(count: 500)
        let isSo = try Comparison.Relation.allCases.map { try holds(.number($0, bound), .text(text)) }
        #expect(isSo == expected)
    }

    /// Today is 27 March 2026. In the order of the relations: less, at most, at least, more.
    @Test(
        arguments: [
            ("today", "2026-03-26", [true, true, false, false]), ("today", "2026-03-27", [false, true, true, false]),
            ("today", "2026-03-28", [false, false, true, true]),
            ("today - 18 years", "2008-03-27", [false, true, true, false]),
            ("today - 18 years", "2008-03-28", [false, false, true, true]),
            ("today + 2 weeks", "2026-04-09", [true, true, false, false]),
            ("2026-01-31", "2026-02-01", [false, false, true, true]),
            ("2026-01-31", "2025-12-31", [true, true, false, false]),
            ("today", "2026-02-30", [false, false, false, false]), ("today", "", [false, false, false, false]),
            ("today", "27/03/2026", [false, false, false, false]),
            ("today", "2026-03-27\u{0}", [false, false, false, false]),
        ] as [(String, String, [Bool])])
    func aDayIsComparedWithOneOfTheCalendarOrOneFromToday(bound: String, text: String, expected: [Bool]) throws {
        let day = try #require(DayExpression(rawValue: bound))
        let isSo = try Comparison.Relation.allCases.map { try holds(.day($0, day), .text(text)) }
        #expect(isSo == expected)
    }

    @Test(arguments: [Answer.list(["5", "knife"]), .group(["place": "knife", "number": "5"]), .list([])])
    func onlyTextIsCompared(answer: Answer) throws {
        let bound = Hundredths(count: 500)
        for relation in Comparison.Relation.allCases {
            let number = try holds(.number(relation, bound), answer)
            let day = try holds(.day(relation, .today), answer)
            #expect(!number)
            #expect(!day)
        }
        let contains = try holds(.contains("knife"), answer)
        #expect(!contains)
    }

    @Test(arguments: [Answer.text("no"), .list([]), .list(["red"]), .group([:]), .group(["town": "Newport"])])
    func anyAnswerIsAnswered(answer: Answer) throws {
        let isSo = try holds(.answered, answer)
        #expect(isSo)
    }

    @Test(arguments: [Comparison.answered, .oneOf(["yes"]), .contains(""), .day(.atMost, .today)])
    func withoutAnAnswerNothingIsSo(comparison: Comparison) throws {
        let isSo = try holds(comparison)
        #expect(!isSo)
    }

    @Test(arguments: [("phone", true), ("post", false), ("none", false)] as [(String, Bool)])
    func aSafeContactIsAskedForByItsChannel(channel: String, expected: Bool) throws {
        let answer = Answer.group(["by": channel, "neutral": "phone", "times": "phone"])
        let isSo = try holds(.oneOf(["phone", "text"]), answer)
        #expect(isSo == expected)
    }

    @Test func anyItemOfARepeatingGroupIsEnough() throws {
        let items: [Answer] = [.text("12.50"), .text("2026-03-27"), .text("A red bike")]
        for comparison in [Comparison.contains("RED"), .number(.more, Hundredths(count: 1_200)), .day(.less, .today)] {
            let isSo = try holds(comparison, items)
            let expected = comparison != .day(.less, .today)
            #expect(isSo == expected, "\(comparison)")
        }
        let one = try holds(.oneOf(["a", "A red bike"]), items)
        let none = try holds(.oneOf(["a", "A blue bike"]), items)
        #expect(one)
        #expect(!none)
    }

    private func holds(_ comparison: Comparison, _ answer: Answer) throws -> Bool { try holds(comparison, [answer]) }

    /// - Parameter answers: One for each item.
    private func holds(_ comparison: Comparison, _ answers: [Answer] = []) throws -> Bool {
        let question: QuestionID = try SampleForm.named("question")
        var known = KnownAnswers()
        for answer in answers { known.add([question: answer]) }
        return Condition([.answer(question, comparison)]).holds(for: known, today: try SampleForm.day())
    }
}
