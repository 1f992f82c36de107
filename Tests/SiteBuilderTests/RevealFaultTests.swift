import Testing

@testable import SiteBuilder

/// Questions that wait for an answer on their own page: without a script only a choice can show them.
@Suite struct RevealFaultTests {
    private static let options = "options: { car: C, bike: B, other: O }"

    /// A page of several questions, the last of which waits.
    private static func waiting(for condition: String) -> [String: String?] {
        SmallForm.of(
            SmallForm.step("before", "{ id: hurt, kind: yes-no, label: L }", "{ id: told, kind: yes-no, label: L }"),
            SmallForm.step(
                "page", "{ id: sort, kind: radios, label: L, \(options) }",
                "{ id: parts, kind: checkboxes, label: L, \(options) }", "{ id: seen, kind: yes-no, label: L }",
                "{ id: make, kind: select, label: L, \(options) }", "{ id: agreed, kind: declaration, label: L }",
                "{ id: contact, kind: safe-contact, label: L }", "{ id: item, kind: text, label: L }",
                "{ id: inside, kind: text, label: L, when: { sort: other } }",
                "{ id: last, kind: text, label: L, when: \(condition) }"))
    }

    @Test(arguments: [
        "{ sort: [car, bike] }", "{ sort: { answered: yes } }", "{ not: { sort: car } }", "{ any: [{ sort: car }] }",
        "{ sort: car, seen: yes }", "{ all: [{ parts: car }, { parts: bike }] }", "{ sort: car, not: { seen: yes } }",
        "{ make: car }", "{ agreed: yes }", "{ contact: phone }", "{ item: { contains: x } }",
        "{ inside: { answered: yes } }", "{ hurt: yes, item: { answered: no } }",
    ])
    func onlyOneChoiceOfOneQuestionCanShowAnother(condition: String) async throws {
        let run = try await SmallSite.run(Self.waiting(for: condition))
        #expect(
            run.faults == [
                "Content/national/report/theft.md:23:11: 'last' waits for an answer on its own page | ask for one "
                    + "choice of one question of radios, checkboxes or yes-no, inside which it is then shown, or move "
                    + "it to a later step"
            ])
    }

    @Test(arguments: [
        "{ sort: car }", "{ parts: bike }", "{ seen: no }", "{ sort: [car] }", "{ all: [{ sort: car }] }",
        "{ sort: car, hurt: yes }", "{ sort: car, any: [{ hurt: yes }, { told: yes }] }",
        "{ not: { hurt: yes } }", "{ hurt: yes, told: no }",
    ])
    func aChoiceShowsWhatAlsoWaitsForEarlierSteps(condition: String) async throws {
        #expect(try await SmallSite.run(Self.waiting(for: condition)).faults == [])
    }

    @Test func whatIsShownInsideAChoiceShowsAnotherInTurn() async throws {
        let run = try await SmallSite.run(
            SmallForm.asking(
                "{ id: sort, kind: radios, label: L, \(Self.options) }",
                "{ id: seen, kind: yes-no, label: L, when: { sort: other } }",
                "{ id: by, kind: text, label: L, when: { seen: yes } }"))
        #expect(run.faults == [])
    }

    @Test func aPresetQuestionIsNotOnThePage() async throws {
        let run = try await SmallSite.run(
            SmallForm.asking(
                "{ id: sort, kind: radios, label: L, \(Self.options) }",
                "{ id: last, kind: text, label: L, when: { sort: [car, bike] } }", keys: ["preset: { sort: bike }"]))
        #expect(run.faults == [])
    }
}
