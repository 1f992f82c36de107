import Testing

@testable import SiteBuilder

/// What translators of a form are told, to the letter.
@Suite struct FormTranslationFaultTests {
    private static let twin = "Content/national/report/theft.cy.md"
    private static let item = "{ id: item, kind: text, label: L, noun: n }"
    private static let advised =
        "{ id: hurt, kind: yes-no, label: L, danger: yes, advice: { yes: Keep away., no: Good. } }"
    private static let hinted = "{ id: pick, kind: radios, label: L, options: { a: A, b: { label: B, hint: H } } }"
    private static let clock = "clock: [{ label: Notice, days: 14 }, { label: Letter, days: 28 }]"

    /// A form with its Welsh words, the first of which stand in line 5.
    private static func form(_ english: [String: String?], _ words: String...) -> [String: String?] {
        let lines = (["next: N"] + words).map { "  \($0)\n" }.joined()
        return english.merging(["national/report/theft.cy.md": "---\ntitle: Dwyn\nform:\n\(lines)---\nx\n"]) { $1 }
    }

    /// A form that uses a set whose words are there.
    private static func using(_ use: String, _ words: String...) -> [String: String?] {
        let lines = (["next: N"] + words).map { "  \($0)\n" }.joined()
        return SmallForm.of("- \(use)").merging([
            "national/report/theft.cy.md": "---\ntitle: Dwyn\nform:\n\(lines)---\nx\n",
            "questions/about-you.cy.yml": "title: Chi\nwords: { full-name: { label: Enw } }\n",
        ]) { $1 }
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a question of a set", ["questions/about-you.cy.yml": "title: Chi\nwords: {}\n"],
            "Content/questions/about-you.cy.yml:2:8: the Welsh words of 'full-name' are missing | "
                + "add 'full-name:' with label"),
        .init(
            "the title of a set of one step",
            ["questions/about-you.cy.yml": "words: { full-name: { label: Enw } }\n"],
            "Content/questions/about-you.cy.yml:1:1: 'title' is missing | add 'title: …'"),
        .init(
            "what a form changes in a set", using("{ use: about-you, change: { full-name: { label: N, hint: H } } }"),
            "\(twin):4:3: the Welsh words of 'full-name' are missing | add 'full-name:' with label, hint"),
        .init(
            "words that a form does not change in a set",
            using("{ use: about-you, change: { full-name: { hint: H } } }", "full-name: { label: Enw, hint: H }"),
            "\(twin):5:16: unknown key 'label' | known here: hint"),
        .init(
            "another title of a set", using("{ use: about-you, title: You }"),
            "\(twin):4:3: the Welsh words of 'about-you' are missing | add 'about-you:' with title"),
        .init(
            "the title of a set that has another id", using("{ use: about-you, id: you }"),
            "\(twin):4:3: the Welsh words of 'you' are missing | add 'you:' with title"),
        .init(
            "a question beside those of a set", using("{ use: about-you, questions: [\(item)] }"),
            "\(twin):4:3: the Welsh words of 'item' are missing | add 'item:' with label, noun"),
        .init(
            "words that the set has already", using("use: about-you", "full-name: { label: Enw }"),
            "\(twin):5:3: the form has no step or question 'full-name' | known here: clock, next"),
        .init(
            "the words of a repeating group",
            form(
                SmallForm.of(
                    SmallForm.step("first", item),
                    SmallForm.step(
                        "things", "{ id: thing, kind: text, label: L }",
                        keys: ["repeat: { item: Thing, another: More }"])),
                "first: { title: T }", "item: { label: L, noun: n }", "things: { title: T }", "thing: { label: L }"),
            "\(twin):7:11: 'another' is missing | add 'another: …'", "\(twin):7:11: 'item' is missing | add 'item: …'"),
        .init(
            "all advice", form(SmallForm.asking(advised), "first: { title: T }", "hurt: { label: L }"),
            "\(twin):6:9: 'advice' is missing | add 'advice: …'"),
        .init(
            "some advice",
            form(SmallForm.asking(advised), "first: { title: T }", "hurt: { label: L, advice: { no: Da. } }"),
            "\(twin):6:29: 'yes' is missing | add 'yes: …'"),
        .init(
            "the hint of a choice",
            form(
                SmallForm.asking(hinted), "first: { title: T }",
                "pick: { label: L, options: { a: A, b: { label: B } } }"),
            "\(twin):6:41: 'hint' is missing | add 'hint: …'"),
        .init(
            "a choice with a hint, as if it had none",
            form(SmallForm.asking(hinted), "first: { title: T }", "pick: { label: L, options: { a: A, b: B } }"),
            "\(twin):6:41: this must be a map of 'key: value', not a text"),
        .init(
            "a choice",
            form(
                SmallForm.asking(hinted), "first: { title: T }",
                "pick: { label: L, options: { b: { label: B, hint: H } } }"),
            "\(twin):6:30: 'a' is missing | add 'a: …'"),
        .init(
            "every clock",
            form(SmallForm.asking(item, keys: [clock]), "first: { title: T }", "item: { label: L, noun: n }"),
            "\(twin):4:3: 'clock' is missing | add 'clock: …'"),
        .init(
            "a clock of two",
            form(
                SmallForm.asking(item, keys: [clock]), "first: { title: T }", "item: { label: L, noun: n }",
                "clock: { label: Hysbysiad }"),
            "\(twin):7:10: the English form has 2 clocks"),
        .init(
            "the label of a clock",
            form(
                SmallForm.asking(item, keys: [clock]), "first: { title: T }", "item: { label: L, noun: n }",
                "clock: [{ label: Hysbysiad }, {}]"),
            "\(twin):7:33: 'label' is missing | add 'label: …'"),
        .init(
            "words that the English does not have",
            form(
                SmallForm.asking(item), "first: { title: T, text: T }", "itme: { label: L }",
                "item: { label: L, noun: n }"),
            "\(twin):5:22: unknown key 'text' | known here: title",
            "\(twin):6:3: the form has no step or question 'itme' | did you mean 'item'?"),
    ]

    @Test(arguments: cases)
    func whatIsMissingInWelshIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }
}
