import TestSupport
import Testing

@testable import Forms

/// What the proof says of a form is what a journey through it comes to.
@Suite struct WalksTests {
    /// More than there are ways through any of the forms here.
    static let limit = 1_000

    @Test func everyWalkOfTheSampleFormLeadsWhereItSays() throws {
        let definition = try SampleForm.definition()
        let walks = Walks.through(definition, limit: Self.limit, today: try SampleForm.day())
        let steps = Set(walks.map { $0.visits.map(\.step.rawValue) })
        let expected: Set<[String]> = [
            ["emergency"], ["emergency", "place", "about-you"], ["emergency", "place", "vehicle", "about-you"],
        ]
        #expect(walks.count == 3)
        #expect(steps == expected)
        for walk in walks { try follow(walk, through: definition) }
    }

    @Test func everyWalkOfARepeatingFormLeadsWhereItSays() throws {
        let definition = try RepeatingForm.definition()
        let walks = Walks.through(definition, limit: Self.limit, today: try SampleForm.day())
        #expect(walks.count == 3)
        for walk in walks {
            try follow(walk, through: definition)
            let items = walk.visits.filter { $0.step.rawValue == "things" }.map(\.pages.count)
            #expect(items.allSatisfy { (2...3).contains($0) })
        }
    }

    @Test func everyWalkOfAnEntryLeadsWhereItSays() throws {
        let steps = try [
            SmallForm.step("kind", [SmallForm.radios("kind", ["theft", "damage"])]),
            SmallForm.step("place", [SmallForm.yesNo("seen"), SmallForm.radios("kind-again", ["a", "b"])]),
            SmallForm.textStep("theft", when: SampleForm.when("kind", ["theft"])),
            SmallForm.textStep("damage", when: SampleForm.when("kind", ["damage"])),
        ]
        let definition = try SmallForm.definition(steps, preset: ["kind": "theft", "kind-again": "a"])
        let walks = Walks.through(definition, limit: Self.limit, today: try SampleForm.day())
        #expect(walks.map { $0.visits.map(\.step.rawValue) } == [["place", "theft"]])
        for walk in walks {
            let journey = Journey(definition, entries: try walk.entries(in: definition), today: try SampleForm.day())
            #expect(journey.end == .complete)
        }
    }

    @Test(arguments: [0, 1, 2, 3, 4])
    func thereAreNoMoreWalksThanAskedFor(limit: Int) throws {
        let walks = Walks.through(try SampleForm.definition(), limit: limit, today: try SampleForm.day())
        #expect(walks.count == min(limit, 3))
    }

    @Test(arguments: (0..<20) as Range<UInt64>)
    func everyWalkOfARandomFormLeadsWhereItSays(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let today = try SampleForm.day()
        for _ in 0..<10 {
            let definition = try generator.form()
            let walks = Walks.through(definition, limit: Self.limit, today: today)
            #expect(!walks.isEmpty)
            #expect(walks.count == Set(walks.map(\.way)).count)
            #expect(walks.count == JourneyProof(definition, today: today).paths.count)
            for walk in walks { try follow(walk, through: definition) }
        }
    }

    @Test(arguments: (0..<20) as Range<UInt64>)
    func whateverIsAnsweredItsWayIsAmongTheWalks(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let today = try SampleForm.day()
        for _ in 0..<10 {
            let definition = try generator.form()
            let ways = Set(Walks.through(definition, limit: Self.limit, today: today).map(\.way))
            for _ in 0..<4 {
                let journey = Journey(definition, entries: generator.answers(to: definition), today: today)
                let way = try #require(journey.way)
                #expect(ways.contains(way))
            }
        }
    }

    private func follow(_ walk: Walk, through definition: FormDefinition) throws {
        let entries = try walk.entries(in: definition)
        let journey = Journey(definition, entries: entries, today: try SampleForm.day())
        #expect(journey.way == walk.way)
    }
}
