import Testing

@testable import SiteBuilder

/// What the privacy notice of a form says.
@Suite struct PrivacyNoticeTests {
    private static let item = "{ id: item, kind: text, label: Item }"

    @Test func itSaysWhatIsAskedAndWhatBecomesOfIt() async throws {
        let rules = "thefts:\n  keep: 6 years\n  from: closed\n  basis: MoPI\n  forms: [theft]\n"
        let form = SmallForm.of(
            SmallForm.step("first", Self.item, "{ id: more, kind: text, label: More, optional: yes }"),
            SmallForm.step("last", "{ id: pic, kind: file, label: Pictures, optional: yes }"),
            keys: ["clock: [{ label: Notice, days: 14 }, { label: Letter, days: 28 }]"])
        let lines = try await CompanionText.lines(of: "privacy", form.merging(["retention.yml": rules]) { $1 })
        #expect(
            lines == [
                "6 years from closing", "basis MoPI", "drafts", "files", "Notice in 14 days", "Letter in 28 days",
                "# Step first", "- Item", "- More (optional)", "# Step last", "- Pictures (optional)",
            ])
    }

    @Test(
        arguments: [
            ("1 year", "closed", "one year from closing"), ("18 months", "received", "18 months from sending"),
            ("90 days", "received", "90 days from sending"), ("1 month", "closed", "1 months from closing"),
        ] as [(String, String, String)])
    func itSaysHowLongCasesAreKept(keep: String, from: String, words: String) async throws {
        let rules = "thefts: { keep: \(keep), from: \(from), basis: The law, forms: [theft] }"
        let lines = try await CompanionText.lines(of: "privacy", ["retention.yml": rules])
        #expect(lines.prefix(2) == [words, "basis The law"])
    }

    @Test func whereNothingSaysHowLongNoGroundIsGiven() async throws {
        let lines = try await CompanionText.lines(of: "privacy", SmallForm.asking(Self.item))
        #expect(lines == ["for ever", "drafts", "# Step first", "- Item"])
    }

    @Test func anAnonymousFormWithoutReviewKeepsNothingBefore() async throws {
        let lines = try await CompanionText.lines(
            of: "privacy", SmallForm.asking(Self.item, keys: ["identity: none", "review: no"]))
        #expect(lines == ["for ever", "anonymous", "# Step first", "- Item"])
    }

    @Test func whatAPresetKeepsFromBeingAskedIsNotThere() async throws {
        let lines = try await CompanionText.lines(
            of: "privacy",
            SmallForm.of(
                SmallForm.step(
                    "first", "{ id: sort, kind: radios, label: Sort, options: { car: C, bike: B } }", Self.item),
                SmallForm.step("car", "{ id: pic, kind: file, label: Picture }", keys: ["when: { sort: car }"]),
                SmallForm.step("bike", "{ id: frame, kind: text, label: Frame }", keys: ["when: { sort: bike }"]),
                keys: ["preset: { sort: bike }"]))
        #expect(lines == ["for ever", "drafts", "# Step first", "- Item", "# Step bike", "- Frame"])
    }
}
