import Testing

@testable import Forms

/// How many ways lead through a form, counted by hand.
@Suite struct JourneyProofPathsTests {
    @Test func theSampleFormHasThreeWays() throws {
        let proof = JourneyProof(try SampleForm.definition(), today: try SampleForm.day())
        #expect(proof.paths.numbers == [3, 1, 4])
        #expect(proof.paths.shortestWay.map(\.rawValue) == ["emergency"])
        #expect(proof.paths.longestWay.map(\.rawValue) == ["emergency", "place", "vehicle", "about-you"])
    }

    @Test func withoutConditionsThereIsOneWay() throws {
        let counted = try paths(of: ["a", "b", "c"].map { try SmallForm.textStep($0) })
        #expect(counted == [1, 3, 3])
    }

    @Test func stepsOnDifferentAnswersDoubleTheWays() throws {
        let questions = try ["a", "b", "c"].map { try SmallForm.yesNo($0) }
        let steps = try questions.map { try SmallForm.textStep("\($0.id)-step", when: SmallForm.isYes($0.id.rawValue)) }
        let counted = try paths(of: [SmallForm.step("first", questions)] + steps)
        #expect(counted == [8, 1, 4])
    }

    @Test func stepsOnTheSameAnswerDoNot() throws {
        let isYes = try SmallForm.isYes("seen")
        let steps = try ["a", "b", "c"].map { try SmallForm.textStep($0, when: isYes) }
        let counted = try paths(of: [first()] + steps)
        #expect(counted == [2, 1, 4])
    }

    @Test func stepsThatExcludeOneAnotherAreWaysBesideOneAnother() throws {
        let counted = try paths(of: [
            SmallForm.step("first", [SmallForm.radios("what", ["a", "b", "c"])]),
            SmallForm.textStep("a", when: SampleForm.when("what", ["a"])),
            SmallForm.textStep("b", when: SampleForm.when("what", ["b"])), SmallForm.textStep("last"),
        ])
        #expect(counted == [3, 2, 3])
    }

    @Test func eachExitIsAWay() throws {
        let exits = try ["a", "b"].map { try SmallForm.exit(to: "/\($0)", when: SampleForm.when("what", [$0])) }
        let counted = try paths(of: [
            SmallForm.step("first", [SmallForm.radios("what", ["a", "b", "c"])], exits: exits),
            SmallForm.textStep("last"),
        ])
        let atTheEnd = try paths(of: [
            SmallForm.textStep("first"),
            SmallForm.step("last", [SmallForm.yesNo("seen")], exits: [SmallForm.exit(to: "/a", when: isYes())]),
        ])
        #expect(counted == [3, 1, 2])
        #expect(atTheEnd == [2, 2, 2])
    }

    @Test func numbersDaysAndAbsentAnswersMakeWaysToo() throws {
        let age = try SampleForm.question("age", .init(NumberQuestion(min: 0, max: 120)))
        let born = try SampleForm.question("born", .init(DateQuestion(past: true)))
        let note = try SampleForm.question("note", optional: true, .init(TextQuestion()))
        let minor = try #require(DayExpression(rawValue: "today - 18 years"))
        let byAge = try paths(of: [
            SmallForm.step("first", [age]),
            SmallForm.textStep("child", when: SmallForm.compare("age", .number(.less, Hundredths(count: 1_800)))),
            SmallForm.textStep("old", when: SmallForm.compare("age", .number(.atLeast, Hundredths(count: 6_500)))),
        ])
        let byBirth = try paths(of: [
            SmallForm.step("first", [born]),
            SmallForm.textStep("child", when: SmallForm.compare("born", .day(.more, minor))),
        ])
        let byNote = try paths(of: [
            SmallForm.step("first", [note]), SmallForm.textStep("more", when: SmallForm.compare("note", .answered)),
        ])
        #expect(byAge == [3, 1, 2])
        #expect(byBirth == [2, 1, 2])
        #expect(byNote == [2, 1, 2])
    }

    /// Of one thing there are two ways; of two, both may be asked about.
    @Test(arguments: [(1, 2, 3), (2, 3, 4), (50, 3, 4)])
    func theItemsOfAGroupCountTogether(most: Int, count: Int, longest: Int) throws {
        let counted = try paths(of: [
            SmallForm.step("things", [SmallForm.radios("what", ["a", "b"])], repeats: 1...most),
            SmallForm.textStep("a", when: SampleForm.when("what", ["a"])),
            SmallForm.textStep("b", when: SampleForm.when("what", ["b"])), SmallForm.textStep("last"),
        ])
        #expect(counted == [count, 3, longest])
    }

    @Test func aStepOfWhichNothingIsAskedIsNoPage() throws {
        let more = try SmallForm.yesNo("more", when: isYes())
        let counted = try paths(of: [first(), SmallForm.step("second", [more])])
        #expect(counted == [2, 1, 2])
    }

    /// 70 questions, after each a step for those who said yes: 2 to the power of 70 ways. What is decided is forgotten.
    @Test func moreWaysThanANumberHoldsAreStillWalked() throws {
        let steps = try (1...70).flatMap { number in
            try [
                SmallForm.step("ask-\(number)", [SmallForm.yesNo("q\(number)")]),
                SmallForm.textStep("more-\(number)", when: SmallForm.isYes("q\(number)")),
            ]
        }
        let proof = JourneyProof(try SmallForm.definition(steps), today: try SampleForm.day())
        #expect(proof.findings.isEmpty)
        #expect(proof.paths.numbers == [Int.max, 70, 140])
    }

    private func first() throws -> Step { try SmallForm.step("first", [SmallForm.yesNo("seen")]) }

    private func isYes() throws -> Condition { try SmallForm.isYes("seen") }

    private func paths(of steps: [Step]) throws -> [Int] {
        let proof = JourneyProof(try SmallForm.definition(steps), today: try SampleForm.day())
        #expect(proof.findings.isEmpty)
        return proof.paths.numbers
    }
}
