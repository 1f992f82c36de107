import Testing

@testable import Forms

/// What a form is blamed for.
@Suite struct JourneyProofTests {
    @Test func theSampleFormHasNoFault() throws {
        let proof = JourneyProof(try SampleForm.definition(), today: try SampleForm.day())
        #expect(proof.findings.isEmpty)
        #expect(proof.askedSteps.map(\.rawValue).sorted() == ["about-you", "emergency", "place", "vehicle"])
        let questions = ["address", "born", "contact", "description", "email", "happening-now", "registration", "seen"]
        #expect(proof.askedQuestions.map(\.rawValue).sorted() == questions)
    }

    @Test func aStepThatNoAnswerLeadsToIsUnreachable() throws {
        let isYes = try SmallForm.isYes("seen")
        let conditions = try [
            SampleForm.when("seen", ["maybe"]), Condition(isYes.terms + SmallForm.isNot(isYes).terms),
            SmallForm.isAny([]), SampleForm.when("heard", ["yes"]),
            SmallForm.isNot(SmallForm.compare("seen", .answered)),
        ]
        for condition in conditions {
            let findings = try findings(in: [first(), SmallForm.textStep("second", when: condition), last()])
            let second: StepID = try SampleForm.named("second")
            #expect(findings == [.unreachableStep(second)], "\(condition)")
        }
    }

    @Test func aStepBehindAnExitThatIsAlwaysTakenIsUnreachable() throws {
        let exit = try SmallForm.exit(to: "/out", when: SmallForm.isYes("seen"))
        let findings = try findings(in: [
            first(exits: [exit]), SmallForm.textStep("second", when: SmallForm.isYes("seen")), last(),
        ])
        let second: StepID = try SampleForm.named("second")
        #expect(findings == [.unreachableStep(second)])
    }

    @Test func aQuestionThatNoAnswerLeadsToIsUnreachable() throws {
        let more = try SmallForm.yesNo("more", when: SampleForm.when("seen", ["maybe"]))
        let most = try SmallForm.yesNo("most", when: SmallForm.isYes("more"))
        let beside = try findings(in: [SmallForm.step("first", [SmallForm.yesNo("seen"), more, most]), last()])
        let after = try findings(in: [first(), SmallForm.step("second", [SmallForm.yesNo("heard"), more])])
        #expect(beside == [.unreachableQuestion(more.id), .unreachableQuestion(most.id)])
        #expect(after == [.unreachableQuestion(more.id)])
    }

    @Test func anExitThatNoAnswerLeadsToIsUnreachable() throws {
        let maybe = try SmallForm.exit(to: "/maybe", when: SampleForm.when("seen", ["maybe"]))
        let yes = try SmallForm.exit(to: "/yes", when: SmallForm.isYes("seen"))
        let again = try SmallForm.exit(to: "/again", when: SmallForm.isYes("seen"))
        let never = try findings(in: [first(exits: [maybe]), last()])
        let second = try findings(in: [first(exits: [yes, again]), last()])
        let step: StepID = try SampleForm.named("first")
        #expect(never == [.unreachableExit(step, maybe.to)])
        #expect(second == [.unreachableExit(step, again.to)])
    }

    /// Each condition holds, but for one of its comparisons that never does.
    @Test func aComparisonThatIsNeverSoIsImpossible() throws {
        let kinds: [(kind: QuestionKind, comparison: Comparison)] = [
            (.init(YesNoQuestion()), .oneOf(["maybe"])), (.init(NumberQuestion(min: 0, max: 9)), .number(.more, nine)),
            (.init(MoneyQuestion(max: 9)), .number(.more, nine)),
            (.init(DateQuestion(past: true)), .day(.more, .today)),
            (.init(CheckboxesQuestion(options: [SampleForm.choice("red")])), .oneOf(["blue"])),
        ]
        for (kind, comparison) in kinds {
            let asked = try SmallForm.step("first", [SampleForm.question("seen", kind)])
            let never = try SmallForm.compare("seen", comparison)
            let either = try SmallForm.isAny([never, SmallForm.compare("seen", .answered)])
            let seen: QuestionID = try SampleForm.named("seen")
            for condition in [SmallForm.isNot(never), either] {
                let findings = try findings(in: [asked, SmallForm.textStep("second", when: condition)])
                #expect(findings == [.impossible(seen)], "\(kind.name)")
            }
        }
    }

    @Test func aQuestionWithoutASoundAnswerIsUnanswerable() throws {
        let kinds: [QuestionKind] = [
            .init(RadiosQuestion(options: [])), .init(SelectQuestion(options: [])),
            .init(CheckboxesQuestion(options: [])), .init(NumberQuestion(min: 5, max: 1)),
            .init(
                DateQuestion(
                    earliest: DayExpression(rawValue: "2026-02-01"), latest: DayExpression(rawValue: "2026-01-01"))),
            .init(DateQuestion(past: true, earliest: DayExpression(rawValue: "today + 1 day"))),
            .init(SafeContactQuestion(channels: [])),
        ]
        let (step, question): (StepID, QuestionID) = (try SampleForm.named("last"), try SampleForm.named("seen"))
        for kind in kinds {
            let asked = try SmallForm.step("first", [SampleForm.question("seen", kind)])
            let alone = try findings(in: [asked])
            let before = try findings(in: [asked, last()])
            #expect(alone == [.unanswerable(question)], "\(kind.name)")
            #expect(before == [.unanswerable(question), .unreachableStep(step)], "\(kind.name)")
        }
    }

    @Test func aFormThatAlwaysLeadsOutIsEndless() throws {
        let yes = try SmallForm.exit(to: "/yes", when: SmallForm.isYes("seen"))
        let no = try SmallForm.exit(to: "/no", when: SampleForm.when("seen", ["no"]))
        let endless = try findings(in: [first(exits: [yes, no])])
        #expect(endless == [.endless])
    }

    @Test func textsThatAreAskedForTogetherCanBeWrittenTogether() throws {
        let knife = try SmallForm.compare("first-text", .contains("knife"))
        let gun = try SmallForm.compare("first-text", .contains("gun"))
        for condition in [Condition(knife.terms + gun.terms), SmallForm.isNot(SmallForm.isAny([knife, gun]))] {
            let findings = try findings(in: [
                SmallForm.textStep("first"), SmallForm.textStep("second", when: condition), last(),
            ])
            #expect(findings.isEmpty, "\(condition)")
        }
    }

    private let nine = Hundredths(count: 900)

    private func first(exits: [Exit] = []) throws -> Step {
        try SmallForm.step("first", [SmallForm.yesNo("seen")], exits: exits)
    }

    private func last() throws -> Step { try SmallForm.textStep("last") }

    private func findings(in steps: [Step]) throws -> [JourneyProof.Finding] {
        JourneyProof(try SmallForm.definition(steps), today: try SampleForm.day()).findings
    }
}
