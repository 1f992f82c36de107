import Forms
import Testing

@testable import SiteBuilder

/// What no author can have meant: found by answering the form in every way that differs.
@Suite struct JourneyFaultTests {
    private static let theft = "Content/national/report/theft.md"
    private static let hurt = "{ id: hurt, kind: yes-no, label: L }"
    private static let home = "{ id: home, kind: yes-no, label: L }"
    private static let look = "look at what the question takes, and at what conditions after it ask for"

    /// A form whose second step is asked after some yes, or where something else holds of the first question.
    private static func asking(_ question: String, or condition: String) -> [String: String?] {
        SmallForm.of(
            SmallForm.step("first", question, hurt),
            SmallForm.step(
                "second", "{ id: more, kind: text, label: L }",
                keys: ["when: { any: [{ hurt: yes }, \(condition)] }"]))
    }

    private static func exits(_ lines: String) -> [String: String?] {
        SmallForm.asking(hurt, home, step: ["exits: \(lines)"])
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "an exit that others before it take everybody from",
            exits("[{ when: { hurt: yes }, to: /emergency }, { when: { hurt: yes, home: no }, to: /report }]"),
            "\(theft):7:7: no answers lead from the step 'first' to /report | "
                + "look at its 'when', and at the exits before it, which are tried first"),
        .init(
            "exits that nobody gets past",
            exits("[{ when: { hurt: yes }, to: /emergency }, { when: { hurt: no }, to: /report }]"),
            "\(theft):4:3: no answers lead to the end of the form | "
                + "look at the exits: at least one way must lead past them all"),
        .init(
            "a question that its step leaves nobody for",
            SmallForm.of(
                SmallForm.step("first", hurt),
                SmallForm.step(
                    "second", home, "{ id: more, kind: text, label: L, when: { hurt: no } }",
                    keys: ["when: { hurt: yes }"])),
            "\(theft):15:11: no answers lead to the question 'more' | look at its 'when'"),
        .init(
            "a number above the most",
            asking("{ id: age, kind: number, max: 120, label: L }", or: "{ age: { more-than: 120 } }"),
            "\(theft):10:11: a condition asks for an answer to 'age' that nobody can give | \(look)"),
        .init(
            "a sum above the most",
            asking("{ id: cost, kind: money, max: 100, label: L }", or: "{ cost: { more-than: 100 } }"),
            "\(theft):10:11: a condition asks for an answer to 'cost' that nobody can give | \(look)"),
        .init(
            "a day to come of a day in the past",
            asking("{ id: day, kind: date, past: yes, label: L }", or: "{ day: { after: today } }"),
            "\(theft):10:11: a condition asks for an answer to 'day' that nobody can give | \(look)"),
        .init(
            "text that is longer than the limit",
            asking("{ id: item, kind: text, limit: 4, label: L }", or: "{ item: { contains: knife } }"),
            "\(theft):10:11: a condition asks for an answer to 'item' that nobody can give | \(look)"),
        .init(
            "a day in the past that is to come",
            SmallForm.asking("{ id: day, kind: date, past: yes, earliest: today + 1 day, label: L }"),
            "\(theft):10:11: nothing can be answered to 'day' without a fault | look at its limits"),
        .init(
            "a last day before the first",
            SmallForm.asking("{ id: day, kind: date, earliest: 2027-03-02, latest: 2027-03-01, label: L }"),
            "\(theft):10:11: nothing can be answered to 'day' without a fault | look at its limits"),
        .init(
            "nothing to choose from", SmallForm.asking("{ id: pick, kind: radios, options: {}, label: L }"),
            "\(theft):10:11: nothing can be answered to 'pick' without a fault | look at its limits"),
        .init(
            "a form that leads back to itself",
            exits("[{ when: { hurt: yes }, to: /report/theft }]"),
            "\(theft):12:42: this exit of /report/theft leads back to it | "
                + "lead to a page that helps further, or take the exit out"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }

    /// Forms that lead to each other in a row, the last one where it is said.
    private static func row(last: String) -> [String: String?] {
        let lead = { (page: String) in
            SmallForm.step("first", hurt, keys: ["exits: [{ when: { hurt: yes }, to: \(page) }]"])
        }
        return [
            SmallForm.path: SmallForm.page([lead("/report/loss")]),
            "national/report/loss.md": SmallForm.page([lead("/report/damage")], title: "Loss", code: "LOS"),
            "national/report/damage.md": SmallForm.page([lead(last)], title: "Damage", code: "DAM"),
        ]
    }

    @Test func formsThatLeadRoundAreEachToldOf() async throws {
        let run = try await SmallSite.run(Self.row(last: "/report/theft"))
        #expect(
            run.faults
                == ["damage", "loss", "theft"].map {
                    "Content/national/report/\($0).md:11:42: this exit of /report/\($0) leads back to it | "
                        + "lead to a page that helps further, or take the exit out"
                })
    }

    @Test func formsThatLeadIntoACircleAreNoPartOfIt() async throws {
        let run = try await SmallSite.run(Self.row(last: "/report/loss"))
        #expect(
            run.faults.map { String($0.split(separator: ":")[0]) }
                == ["damage", "loss"].map { "Content/national/report/\($0).md" })
    }

    @Test func formsMayLeadToEachOtherInARow() async throws {
        #expect(try await SmallSite.run(Self.row(last: "/emergency")).faults == [])
    }

    /// One entry into shared questions leaves out what another asks.
    @Test func whatAPresetKeepsFromBeingAskedIsNoFault() async throws {
        let steps = [
            SmallForm.step("first", "{ id: sort, kind: radios, label: L, options: { car: C, bike: B } }", Self.hurt),
            SmallForm.step("car", "{ id: plate, kind: registration, label: L }", keys: ["when: { sort: car }"]),
            SmallForm.step("bike", "{ id: frame, kind: text, label: L }", keys: ["when: { sort: bike }"]),
        ]
        let run = try await SmallSite.run([SmallForm.path: SmallForm.page(steps, keys: ["preset: { sort: bike }"])])
        #expect(run.faults == [])
        #expect(run.summary.journeys.map { $0.paths.longestWay.map(\.rawValue) } == [["first", "bike"]])
        #expect(run.summary.journeys.map(\.paths.count) == [1])
    }
}
