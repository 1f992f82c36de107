import Testing

@testable import Forms

@Suite struct ConditionTests {
    @Test(
        arguments: [
            (.text("yes"), ["yes"], true),
            (.text("yes"), ["no"], false),
            (.text("yes"), ["no", "yes"], true),
            (.text("yes"), ["Yes", " yes"], false),
            (.text("yes"), [], false),
            (.list(["post", "email"]), ["email"], true),
            (.list(["post"]), ["email", "phone"], false),
            (.list([]), ["email"], false),
            (.group(["town": "Newport"]), ["Newport"], false),
            (nil, ["yes"], false),
            (nil, [""], false),
        ] as [(Answer?, [String], Bool)])
    func aTermHoldsWhereAnAnswerIsAmongItsValues(answer: Answer?, values: [String], holds: Bool) throws {
        let seen: QuestionID = try SampleForm.named("seen")
        var answers = KnownAnswers()
        if let answer { answers.set(answer, for: seen) }
        let condition = try SampleForm.when("seen", values)
        #expect(condition.holds(for: answers, today: .distantPast) == holds)
    }

    @Test(
        arguments: [
            ("yes", "red", true), ("yes", "blue", false), ("no", "red", false), ("no", "blue", false),
        ] as [(String, String, Bool)])
    func everyTermMustHold(seen: String, colour: String, holds: Bool) throws {
        let seenID: QuestionID = try SampleForm.named("seen")
        let colourID: QuestionID = try SampleForm.named("colour")
        let condition = Condition([
            Condition.Term(question: seenID, values: ["yes"]), Condition.Term(question: colourID, values: ["red"]),
        ])
        #expect(condition.holds(for: [seenID: .text(seen), colourID: .text(colour)], today: .distantPast) == holds)
    }

    @Test func aConditionWithoutTermsHolds() {
        #expect(Condition([]).holds(for: [:], today: .distantPast))
    }
}
