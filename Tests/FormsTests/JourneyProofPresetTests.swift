import Testing

@testable import Forms

/// Forms that are entries into the questions of others, and forms with too many ways.
@Suite struct JourneyProofPresetTests {
    @Test(arguments: [("theft", "theft"), ("damage", "damage")])
    func anEntryIsNotBlamedForWhatOnlyOthersAsk(kind: String, step: String) throws {
        let proof = try proof(of: steps(), preset: ["kind": kind])
        #expect(proof.findings.isEmpty)
        #expect(proof.askedSteps.map(\.rawValue).sorted() == [step, "last"].sorted())
        #expect(proof.askedQuestions.map(\.rawValue).sorted() == ["last-text", "\(step)-text"].sorted())
        #expect(proof.paths.numbers == [1, 2, 2])
    }

    @Test func withoutPresetsEveryEntryIsAWay() throws {
        let proof = try proof(of: steps(), preset: [:])
        #expect(proof.findings.isEmpty)
        #expect(proof.askedSteps.count == 4)
        #expect(proof.paths.numbers == [2, 3, 3])
    }

    @Test func whatNoEntryCouldAskIsAFault() throws {
        let fraud = try SmallForm.textStep("fraud", when: SampleForm.when("kind", ["fraud"]))
        let proof = try proof(of: steps() + [fraud], preset: ["kind": "theft"])
        #expect(proof.findings == [.unreachableStep(fraud.id)])
    }

    @Test func anEntryThatAlwaysLeadsOutIsEndless() throws {
        let exit = try SmallForm.exit(to: "/theft", when: SampleForm.when("kind", ["theft"]))
        let steps = try [
            SmallForm.step("kind", [SmallForm.radios("kind", ["theft", "damage"])]),
            SmallForm.step("where", [SmallForm.yesNo("outdoors")], exits: [exit]),
        ]
        let theft = try proof(of: steps, preset: ["kind": "theft"])
        let damage = try proof(of: steps, preset: ["kind": "damage"])
        #expect(theft.findings == [.endless])
        #expect(damage.findings.isEmpty)
    }

    @Test func aDangerIsAnsweredAsTheEntryHasIt() throws {
        let hurt = try SmallForm.yesNo("hurt", danger: true)
        let isTheft = try SampleForm.when("kind", ["theft"])
        let exit = try SmallForm.exit(to: "/emergency", when: Condition(isTheft.terms + SmallForm.isYes("hurt").terms))
        let steps = try [
            SmallForm.step("kind", [SmallForm.radios("kind", ["theft", "damage"])]),
            SmallForm.step("where", [hurt], exits: [exit]),
        ]
        let theft = try proof(of: steps, preset: ["kind": "theft"])
        let damage = try proof(of: steps, preset: ["kind": "damage"])
        let (out, on): (Set<PagePath?>, Set<PagePath?>) = ([exit.to], [nil])
        #expect(theft.dangers[hurt.id] == out)
        #expect(damage.dangers[hurt.id] == on)
    }

    /// Two lots of eight boxes, of which any may be ticked, and eight more for whoever ticked most of the first: every
    /// box is asked about at the end.
    @Test func aFormWithTooManyWaysIsGivenUp() throws {
        let values = (1...8).map { "v\($0)" }
        let boxes = QuestionKind(CheckboxesQuestion(options: values.map { SampleForm.choice($0) }))
        func ticked(_ question: String, _ values: some Collection<String>) throws -> Condition {
            Condition(try values.flatMap { try SampleForm.when(question, [$0]).terms })
        }
        let everything = try ["a", "b", "c"].flatMap { try ticked($0, values).terms }
        let proof = try proof(
            of: [
                SmallForm.step("first", [SampleForm.question("a", boxes)]),
                SmallForm.step("second", [SampleForm.question("b", boxes)]),
                SmallForm.step("third", when: ticked("a", values.prefix(6)), [SampleForm.question("c", boxes)]),
                SmallForm.textStep("last", when: Condition(everything)),
            ], preset: [:])
        #expect(proof.findings == [.tooManyWays])
    }

    /// What kind of thing it was, a step for each kind, and one for all.
    private func steps() throws -> [Step] {
        try [
            SmallForm.step("kind", [SmallForm.radios("kind", ["theft", "damage"])]),
            SmallForm.textStep("theft", when: SampleForm.when("kind", ["theft"])),
            SmallForm.textStep("damage", when: SampleForm.when("kind", ["damage"])), SmallForm.textStep("last"),
        ]
    }

    private func proof(of steps: [Step], preset: [String: String]) throws -> JourneyProof {
        JourneyProof(try SmallForm.definition(steps, preset: preset), today: try SampleForm.day())
    }
}
