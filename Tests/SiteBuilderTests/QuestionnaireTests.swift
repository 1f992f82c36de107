import Testing

@testable import SiteBuilder

/// What the page of all questions says.
@Suite struct QuestionnaireTests {
    @Test func everyQuestionIsThereWithAllThatIsSaidOfIt() async throws {
        let lines = try await CompanionText.lines(
            of: "questions",
            SmallForm.of(
                SmallForm.step(
                    "first", "{ id: hurt, kind: yes-no, label: Hurt, danger: yes, advice: { yes: Keep away. } }",
                    "{ id: sort, kind: radios, label: Sort, options: { car: A car, bike: { label: A bike, hint: H } } }",
                    "{ id: make, kind: text, label: Make, hint: The maker., optional: yes, when: { sort: car } }",
                    keys: [
                        "exits: [{ when: { hurt: yes, sort: bike }, to: /emergency }]",
                        "text: \"Two words.\\n\\nOf help.\"",
                    ]),
                SmallForm.step(
                    "things", "{ id: thing, kind: checkboxes, label: Thing, options: { a: A, b: B } }",
                    "{ id: lost, kind: date, label: Lost }",
                    keys: ["when: { hurt: no }", "repeat: { max: 3, item: Thing, another: More }"])))
        #expect(
            lines == [
                "# Step first", "text Two words.", "text Of help.", "- Hurt", "[ ] Yes > Keep away.", "[ ] No",
                "- Sort", "[ ] A car", "[ ] A bike / H", "- Make (optional) / The maker.", "only if Sort is “A car”",
                "____",
                "exit Hurt is “Yes”, and Sort is “A bike”: Emergency", "# Step things", "only if Hurt is “No”",
                "1 to 3 of Thing", "- Thing", "[ ] A", "[ ] B", "- Lost", "____",
            ])
    }

    private static let asked = [
        "{ id: sort, kind: radios, label: Sort, options: { car: A car, bike: A bike, none: None } }",
        "{ id: hurt, kind: yes-no, label: Hurt }", "{ id: item, kind: text, label: Item, optional: yes }",
        "{ id: count, kind: number, label: Count }", "{ id: cost, kind: money, label: Cost }",
        "{ id: lost, kind: date, label: Lost }", "{ id: reach, kind: safe-contact, label: Reach }",
        "{ id: known, kind: yes-no, label: Known }",
    ]

    @Test(
        arguments: [
            ("{ sort: car }", "Sort is “A car”"), ("{ sort: [car, none] }", "Sort is “A car” or “None”"),
            ("{ hurt: yes }", "Hurt is “Yes”"), ("{ reach: [phone, none] }", "Reach is “By phone” or “Not at all”"),
            ("{ item: { answered: yes } }", "Item has an answer"),
            ("{ item: { answered: no } }", "not: Item has an answer"),
            ("{ item: { contains: knife } }", "Item has knife in it"), ("{ not: { hurt: no } }", "not: Hurt is “No”"),
            ("{ count: { less-than: 3 } }", "Count is below 3"), ("{ count: { at-most: 3 } }", "Count is to 3"),
            ("{ cost: { at-least: 2.5 } }", "Cost is from 2.50"), ("{ cost: { more-than: 2 } }", "Cost is above 2"),
            ("{ count: { more-than: 1, at-most: 3 } }", "Count is above 1, and Count is to 3"),
            ("{ lost: { before: today } }", "Lost was before today"),
            ("{ lost: { on-or-before: today - 1 day } }", "Lost was by yesterday"),
            ("{ lost: { on-or-after: today - 18 years } }", "Lost was from 18 years ago"),
            ("{ lost: { after: today + 2 months } }", "Lost was after 2 months ahead"),
            ("{ lost: { after: 2027-03-01 } }", "Lost was after 1 March 2027"),
            (
                "{ hurt: yes, sort: car, count: { at-most: 3 } }",
                "Hurt is “Yes”, and Sort is “A car”, and Count is to 3"
            ),
            (
                "{ any: [{ hurt: yes }, { sort: car }, { sort: bike }] }",
                "Hurt is “Yes”, or Sort is “A car”, or Sort is “A bike”"
            ),
            ("{ all: [{ hurt: yes }, { not: { sort: car } }] }", "Hurt is “Yes”, and not: Sort is “A car”"),
            ("{ known: yes, hurt: yes }", "Hurt is “Yes”"), ("{ known: yes }", nil),
            ("{ any: [{ known: yes }, { hurt: yes }] }", nil), ("{ not: { known: no } }", nil),
        ] as [(String, String?)])
    func aConditionIsSaidInWords(condition: String, words: String?) async throws {
        let first = ["- id: first", "  title: First", "  questions:"] + Self.asked.map { "    - \($0)" }
        let second = SmallForm.step("second", "{ id: more, kind: text, label: More }", keys: ["when: \(condition)"])
        let page = SmallForm.page([first.joined(separator: "\n"), second], keys: ["preset: { known: yes }"])
        let lines = try await CompanionText.lines(of: "questions", [SmallForm.path: page])
        let expected = ["# Step second"] + (words.map { ["only if \($0)"] } ?? []) + ["- More", "____"]
        #expect(lines.suffix(expected.count) == expected[...])
    }

    @Test func whatAPresetKeepsFromBeingAskedIsNotThere() async throws {
        let lines = try await CompanionText.lines(
            of: "questions",
            SmallForm.of(
                SmallForm.step(
                    "first", "{ id: sort, kind: radios, label: Sort, options: { car: C, bike: B } }",
                    "{ id: doors, kind: number, label: Doors, when: { sort: car } }",
                    "{ id: hurt, kind: yes-no, label: Hurt }"),
                SmallForm.step("car", "{ id: plate, kind: registration, label: Plate }", keys: ["when: { sort: car }"]),
                SmallForm.step("bike", "{ id: frame, kind: text, label: Frame }", keys: ["when: { sort: bike }"]),
                keys: ["preset: { sort: bike }"]))
        #expect(
            lines == ["# Step first", "- Hurt", "[ ] Yes", "[ ] No", "# Step bike", "- Frame", "____"])
    }
}
