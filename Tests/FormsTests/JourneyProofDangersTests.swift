import Testing

@testable import Forms

/// Where a form leads somebody who may be hurt or in danger.
@Suite struct JourneyProofDangersTests {
    @Test func aDangerMayLeadOut() throws {
        let exit = try SmallForm.exit(to: "/emergency", when: SmallForm.isYes("hurt"))
        let dangers = try dangers(in: [SmallForm.step("first", [hurt()], exits: [exit])])
        #expect(dangers == ["hurt": ["/emergency"]])
    }

    @Test func aDangerMayGoOn() throws {
        let step = try SmallForm.step("first", [hurt()])
        let alone = try dangers(in: [step])
        let exit = try SmallForm.exit(to: "/emergency", when: SmallForm.isYes("hurt"))
        let late = try dangers(in: [step, SmallForm.step("second", [SmallForm.yesNo("seen")], exits: [exit])])
        let other = try SmallForm.exit(to: "/other", when: SampleForm.when("hurt", ["no"]))
        let onlyNo = try dangers(in: [SmallForm.step("first", [hurt()], exits: [other])])
        #expect(alone == ["hurt": ["on"]])
        #expect(late == ["hurt": ["on"]])
        #expect(onlyNo == ["hurt": ["on"]])
    }

    @Test func aDangerMayDoEither() throws {
        let indoors = try SmallForm.yesNo("indoors")
        let isOutdoors = try SampleForm.when("indoors", ["no"])
        let both = Condition(try SmallForm.isYes("hurt").terms + isOutdoors.terms)
        let exit = try SmallForm.exit(to: "/emergency", when: both)
        let same = try dangers(in: [SmallForm.step("first", [hurt(), indoors], exits: [exit])])
        let earlier = try dangers(in: [
            SmallForm.step("first", [indoors]), SmallForm.step("second", [hurt()], exits: [exit]),
        ])
        #expect(same == ["hurt": ["/emergency", "on"]])
        #expect(earlier == ["hurt": ["/emergency", "on"]])
    }

    @Test func aDangerMayLeadOutToSeveralPages() throws {
        let indoors = try SmallForm.yesNo("indoors")
        let both = Condition(try SmallForm.isYes("hurt").terms + SmallForm.isYes("indoors").terms)
        let one = try SmallForm.exit(to: "/indoors", when: both)
        let two = try SmallForm.exit(to: "/emergency", when: SmallForm.isYes("hurt"))
        let dangers = try dangers(in: [SmallForm.step("first", [hurt(), indoors], exits: [one, two])])
        #expect(dangers == ["hurt": ["/emergency", "/indoors"]])
    }

    @Test func aDangerOfOneItemIsThatOfTheGroup() throws {
        let exit = try SmallForm.exit(to: "/emergency", when: SmallForm.isYes("hurt"))
        let dangers = try dangers(in: [SmallForm.step("first", [hurt()], exits: [exit], repeats: 2...5)])
        #expect(dangers == ["hurt": ["/emergency"]])
    }

    @Test func aQuestionOfNoDangerIsNotAmongThem() throws {
        let exit = try SmallForm.exit(to: "/emergency", when: SmallForm.isYes("seen"))
        let none = try dangers(in: [SmallForm.step("first", [SmallForm.yesNo("seen")], exits: [exit])])
        let unasked = try dangers(in: [
            SmallForm.step("first", [SmallForm.yesNo("seen")]),
            SmallForm.step("second", when: SampleForm.when("seen", ["maybe"]), [hurt()]),
        ])
        #expect(none.isEmpty)
        #expect(unasked.isEmpty)
    }

    private func hurt() throws -> Question { try SmallForm.yesNo("hurt", danger: true) }

    /// The pages that a danger leads to, by question; `on` where it goes on with the form.
    private func dangers(in steps: [Step]) throws -> [String: Set<String>] {
        let proof = JourneyProof(try SmallForm.definition(steps), today: try SampleForm.day())
        var dangers: [String: Set<String>] = [:]
        for (question, pages) in proof.dangers {
            dangers[question.rawValue] = Set(pages.map { $0?.description ?? "on" })
        }
        return dangers
    }
}
