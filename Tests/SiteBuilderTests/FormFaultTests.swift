import Diagnostics
import Testing

@testable import SiteBuilder

/// What authors of a form are told of what it is as a whole, to the letter.
@Suite struct FormFaultTests {
    private static let radios = "{ id: sort, kind: radios, label: L, options: { car: C, bike: B, other: O } }"
    private static let text = "{ id: item, kind: text, label: L }"
    private static let theft = "Content/national/report/theft.md"

    /// A form of two steps, the second of which repeats.
    private static func repeating(_ lines: String, question: String = "{ id: thing, kind: text, label: L }")
        -> [String: String?]
    {
        SmallForm.of(SmallForm.step("first", text), SmallForm.step("things", question, keys: ["repeat: \(lines)"]))
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a preset of a question that does not exist", SmallForm.asking(radios, keys: ["preset: { srot: car }"]),
            "\(theft):6:13: the form has no question 'srot' | did you mean 'sort'?"),
        .init(
            "a preset of text", SmallForm.asking(text, keys: ["preset: { item: car }"]),
            "\(theft):6:13: 'item' is not a choice of one | preset a question of the kind radios, select or yes-no"),
        .init(
            "a preset of several choices",
            SmallForm.asking(
                "{ id: sort, kind: checkboxes, label: L, options: { car: C } }", keys: ["preset: { sort: car }"]),
            "\(theft):6:13: 'sort' is not a choice of one | preset a question of the kind radios, select or yes-no"),
        .init(
            "a preset that is no choice", SmallForm.asking(radios, keys: ["preset: { sort: bkie }"]),
            "\(theft):6:19: 'sort' has no choice 'bkie' | did you mean 'bike'?"),
        .init(
            "a preset in a repeating group",
            SmallForm.of(
                SmallForm.step("first", text),
                SmallForm.step("things", radios, keys: ["repeat: { item: Thing, another: More }"]),
                keys: ["preset: { sort: car }"]),
            "\(theft):15:11: 'sort' is asked for several things, and cannot be preset | take the preset out"),
        .init(
            "a first step that repeats",
            SmallForm.asking(text, step: ["repeat: { item: Thing, another: More }"]),
            "\(theft):7:7: the first step stands on its page, and is asked once | put a step before it"),
        .init(
            "a group with more items at least than at most",
            repeating("{ min: 3, max: 2, item: Thing, another: More }"),
            "\(theft):15:15: a group has from 1 to 50 items, 'min' at most 'max'"),
        .init(
            "a group of too many items", repeating("{ max: 51, item: Thing, another: More }"),
            "\(theft):15:15: a group has from 1 to 50 items, 'min' at most 'max'"),
        .init(
            "a group of no items", repeating("{ min: 0, item: Thing, another: More }"),
            "\(theft):15:22: '0' is not a whole number above 0"),
        .init(
            "a group without words", repeating("{ max: 3 }"),
            "\(theft):15:15: 'another' is missing | add 'another: …'",
            "\(theft):15:15: 'item' is missing | add 'item: …'"),
        .init(
            "a group with a key that is none", repeating("{ most: 3, item: Thing, another: More }"),
            "\(theft):15:17: unknown key 'most' | known here: another, item, max, min"),
        .init(
            "files without review", SmallForm.asking("{ id: photo, kind: file, label: L }", keys: ["review: no"]),
            "\(theft):6:11: a form that takes files cannot do without review | "
                + "take 'review: no' out: files are kept in a draft until the report is sent"),
        .init(
            "an identity that is none", SmallForm.asking(text, keys: ["identity: nobody"]),
            "\(theft):6:13: 'nobody' is not a way to treat identity | known here: asked, none"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.report.hasErrors && run.output.isEmpty)
    }

    @Test(arguments: ["name", "email", "phone", "address", "safe-contact"])
    func anAnonymousFormAsksNobodyWhoTheyAre(kind: String) async throws {
        let run = try await SmallSite.run(
            SmallForm.asking(Self.text, "{ id: who, kind: \(kind), label: L }", keys: ["identity: none"]))
        #expect(
            run.faults == [
                "\(Self.theft):12:11: the form asks nobody who they are, and 'who' does | take the question out, ask "
                    + "for a place with the kind 'location', or take 'identity: none' out"
            ])
    }

    @Test func anAnonymousFormAsksWhereSomethingHappened() async throws {
        let run = try await SmallSite.run(
            SmallForm.asking("{ id: place, kind: location, label: L }", keys: ["identity: none"]))
        #expect(run.faults == [])
    }

    @Test(arguments: [
        "{ min: 1, max: 1, item: Thing, another: More }", "{ min: 50, max: 50, item: Thing, another: More }",
        "{ item: Thing, another: More }",
    ])
    func aGroupHasFromOneToFiftyItems(lines: String) async throws {
        #expect(try await SmallSite.run(Self.repeating(lines)).faults == [])
    }

    @Test(arguments: ["radios", "select"])
    func aChoiceOfOneCanBePreset(kind: String) async throws {
        let question = Self.radios.replacing("radios", with: kind)
        let run = try await SmallSite.run(SmallForm.asking(question, Self.text, keys: ["preset: { sort: car }"]))
        #expect(run.faults == [])
    }
}
