import ContentLoader
import Diagnostics
import TestSupport
import Testing

/// What a Welsh twin says of the English that it was made from.
@Suite struct TranslationStampTests {
    private static let english = """
        ---
        title: Home
        reviewed: 2026-03-01
        aliases:
        - /start
        description: Where to begin
        ---
        Welcome.

        """
    private static let twin = "---\ntitle: Hafan\n---\nCroeso.\n"

    /// What a run says of stamps, without the folder that it ran in.
    private func told(_ english: String, _ twin: String) async throws -> [String] {
        try await withTemporaryFolder { folder in
            try SmallSite.write(
                [
                    "national/index.md": english, "national/index.cy.md": twin, "national/report/index.cy.md": nil,
                ], to: folder)
            let run = try SmallSite.run(in: folder, asOf: SmallSite.day("2026-04-01"))
            #expect(!run.report.hasErrors)
            return run.report.sorted.map {
                "\($0.code) \($0.location): \($0.message) | \($0.remedy ?? "")".replacing("\(folder)/", with: "")
            }
        }
    }

    @Test func aTwinWithoutAStampIsAWarning() async throws {
        let warnings = try await told(Self.english, Self.twin)
        #expect(
            warnings == [
                "unstamped-translation Content/national/index.cy.md:1: nothing says which English this was made from | "
                    + "bring the Welsh up to date, then run: soh forms stamp Content/national/index.cy.md"
            ])
    }

    @Test func aTwinWhoseEnglishHasChangedIsAWarningWithItsPlace() async throws {
        let stamped = try TranslationStamp.stamping(Self.twin, english: Self.english, as: .page)
        let warnings = try await told(Self.english.replacing("Welcome.", with: "Welcome!"), stamped)
        #expect(
            warnings == [
                "stale-translation Content/national/index.cy.md:3:9: Content/national/index.md has changed since this "
                    + "was made from it | bring the Welsh up to date, then run: soh forms stamp "
                    + "Content/national/index.cy.md"
            ])
    }

    @Test func aTwinThatIsStampedIsNoWarning() async throws {
        let stamped = try TranslationStamp.stamping(Self.twin, english: Self.english, as: .page)
        let warnings = try await told(Self.english, stamped)
        #expect(warnings == [])
    }

    @Test(arguments: [
        ("reviewed: 2026-03-01", "reviewed: 2026-03-15"), ("reviewed: 2026-03-01\n", ""),
        ("aliases:\n- /start\n", "aliases:\n  - /begin\n  - /start\n"), ("aliases:\n- /start\n", ""),
        ("reviewed:", "owner: the web team\nreview-by: 2027-01-01\nreviewed:"),
        ("---\nWelcome.", "draft: no\nonly: [gwent, kent]\nexcept: []\nlist: a-z\n---\nWelcome."),
        ("reviewed:", "publish-on: 2026-01-01\nexpires-on: 2027-01-01\nreviewed:"),
    ])
    func upkeepLeavesATranslationAsGoodAsItWas(old: String, new: String) {
        let changed = Self.english.replacing(old, with: new)
        #expect(changed != Self.english)
        #expect(TranslationStamp.stamp(of: changed, as: .page) == TranslationStamp.stamp(of: Self.english, as: .page))
    }

    @Test(arguments: [
        ("Home", "Front door"), ("Where to begin", "Begin here"), ("description: Where to begin\n", ""),
        ("Welcome.", "Welcome.\n\nreviewed: 2026-03-01"), ("Welcome.", ""),
        ("---\nWelcome.", "form:\n  code: ABC\n---\nWelcome."),
    ])
    func whateverCitizensReadCounts(old: String, new: String) {
        let changed = Self.english.replacing(old, with: new)
        #expect(TranslationStamp.stamp(of: changed, as: .page) != TranslationStamp.stamp(of: Self.english, as: .page))
    }

    @Test func everyLineOfAQuestionSetCounts() {
        let set = "title: About you\nowner: x\nquestions: []\n"
        let other = set.replacing("owner: x", with: "owner: y")
        #expect(
            TranslationStamp.stamp(of: set, as: .questionSet) != TranslationStamp.stamp(of: other, as: .questionSet))
    }

    @Test(arguments: [
        ("---\ntitle: Hafan\nslug: h\n---\nsource: x\n", "---\ntitle: Hafan\nSTAMP\nslug: h\n---\nsource: x\n"),
        ("---\ntitle: A\nsource: sha256:00\n---\nB", "---\ntitle: A\nSTAMP\n---\nB"),
        ("---\nslug: h\n---\n", "---\nSTAMP\nslug: h\n---\n"), ("---\n---\n", "---\nSTAMP\n---\n"),
    ])
    func aStampTakesThePlaceOfTheOneBefore(twin: String, stamped: String) throws {
        let line = "source: \(TranslationStamp.stamp(of: Self.english, as: .page))"
        let expected = stamped.replacing("STAMP", with: line)
        let once = try TranslationStamp.stamping(twin, english: Self.english, as: .page)
        let twice = try TranslationStamp.stamping(once, english: Self.english, as: .page)
        #expect(once == expected && twice == expected)
    }

    @Test func aPageWithoutFrontMatterIsNotStamped() {
        #expect(throws: TranslationStamp.Refusal(message: "it has no front matter")) {
            try TranslationStamp.stamping("Croeso.", english: Self.english, as: .page)
        }
    }

    @Test(
        arguments: [
            ("Content/national/index.cy.md", "Content/national/index.md"),
            ("Content/questions/about-you.cy.yml", "Content/questions/about-you.yml"),
            ("Content/strings.cy.yml", nil), ("Content/forces/gwent/blocks/counter.cy.md", nil),
            ("Content/national/index.md", nil),
        ] as [(String, String?)])
    func twinsAreKnownByTheirNames(twin: String, english: String?) {
        #expect(TranslationStamp.english(of: twin)?.path == english)
    }
}
