import TestSupport
import Testing

@testable import SiteBuilder

/// The Welsh site of a force, and what stands on it in English.
@Suite struct LanguageTests {
    /// The small site with a form that is translated whole.
    private static let translatedForm: [String: String?] = [
        "national/report/theft.cy.md": """
        ---
        title: Dwyn
        slug: dwyn
        form:
          next: Byddwn yn ffonio.
          danger: { title: Perygl }
          in-danger: { label: Ydych chi mewn perygl?, noun: rydych mewn perygl }
          what: { title: Beth }
          item: { label: Beth oedd e?, noun: beth oedd e }
        ---
        Dywedwch.
        """,
        "questions/about-you.cy.yml": "title: Amdanoch chi\nwords: { full-name: { label: Eich enw } }",
    ]

    @Test func aPageThatIsNotTranslatedStandsOnTheWelshSiteInEnglish() async throws {
        let run = try await SmallSite.run()
        #expect(run.summary.untranslated == 2, "the form and the page for emergencies, of the one force with Welsh")
        let page = run.text("gwent/cy/rhoi-gwybod/theft.html")
        #expect(page.hasPrefix("<html lang=\"cy\">"))
        #expect(page.contains("<main><p>Saesneg</p><div lang=\"en\"><h1>Report a theft</h1>\n<p>Tell us.</p>"))
        #expect(page.contains("<a href=\"/cy/rhoi-gwybod\">Rhoi gwybod</a><main>"), "the trail is that of the site")
        #expect(page.contains("<a href=\"/report/theft\">English</a>"))
        #expect(run.text("gwent/report/theft.html").contains("<a href=\"/cy/rhoi-gwybod/theft\">Cymraeg</a>"))
        #expect(!run.text("gwent/report/theft.html").contains("Saesneg"))
    }

    @Test func aFormThatIsNotTranslatedIsFilledInInEnglish() async throws {
        let run = try await SmallSite.run()
        #expect(run.text("gwent/cy/rhoi-gwybod/theft.html").contains("<form action=\"/forms/theft/danger\">Are you"))
        let form = try PublishedBundle(of: run).form("theft", of: "gwent")
        #expect(form?.languages == ["en"])
    }

    @Test func aFormThatIsTranslatedIsFilledInInTheLanguageOfItsPage() async throws {
        let run = try await SmallSite.run(Self.translatedForm)
        #expect(run.faults == [])
        #expect(run.summary.untranslated == 1)
        #expect(run.text("gwent/cy/rhoi-gwybod/dwyn.html").contains("<form action=\"/forms/theft/cy/danger\">Ydych"))
        #expect(run.text("gwent/report/theft.html").contains("<form action=\"/forms/theft/danger\">Are you"))
        #expect(run.output["gwent/cy/rhoi-gwybod/theft.html"] == nil)
        let form = try PublishedBundle(of: run).form("theft", of: "gwent")
        #expect(form?.languages == ["en", "cy"])
    }

    @Test func aPageWithoutASlugKeepsItsEnglishName() async throws {
        var changes = Self.translatedForm
        changes["national/report/index.cy.md"] = SmallSite.page("Rhoi gwybod", body: "[Dwyn](/report/theft)")
        let run = try await SmallSite.run(changes)
        #expect(run.faults == [])
        #expect(run.text("gwent/cy/report/index.html").contains("<p><a href=\"/cy/report/dwyn\">Dwyn</a></p>"))
        #expect(run.output["gwent/cy/report/dwyn.html"] != nil)
    }

    /// What stands in an element that says that it is English has to be (WCAG 2.2, 3.1.2).
    @Test func allWordsOfAnEnglishPageOnAWelshSiteAreEnglish() async throws {
        let welsh = SmallSite.strings(language: "Cymraeg").replacing("\"dates.day\"", with: "\"ar {day} {month}\"")
            .replacing("\"signposts.emergency\"", with: "\"Mewn perygl\"")
        let english = SmallSite.strings(language: "English").replacing("\"dates.day\"", with: "\"on {day} {month}\"")
            .replacing("\"signposts.emergency\"", with: "\"In danger\"")
        let theft = SmallSite.theft.replacing("form:\n", with: "reviewed: 2026-03-01\nform:\n")
        let run = try await SmallSite.run(
            ["strings.en.yml": english, "strings.cy.yml": welsh, "national/report/theft.md": theft],
            asOf: SmallSite.day("2026-03-02"))
        #expect(run.faults == [])
        let page = run.text("gwent/cy/rhoi-gwybod/theft.html")
        #expect(page.contains("<i>on 1 months.3</i>"))
        #expect(page.contains("<a href=\"tel:999\">In danger 999</a>"))
    }

    @Test func withoutWelshNobodyNeedsWelshWords() async throws {
        let run = try await SmallSite.run(SmallSite.withoutWelsh)
        #expect(run.faults == [])
        #expect(run.summary.sites == 2 && run.summary.untranslated == 0)
        #expect(!run.output.keys.contains { $0.contains("/cy/") })
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "no Welsh words where a force has Welsh", ["strings.cy.yml": nil],
            "Content/strings.cy.yml: this file is missing | add it"),
        .init(
            "no Welsh home page", ["national/index.cy.md": nil],
            "Content/national/index.md:2:1: the home page has no Welsh twin | add Content/national/index.cy.md"),
        .init(
            "a slug that cannot stand in an address",
            ["national/index.cy.md": SmallSite.page("Hafan", slug: "Y Hafan", body: "x")],
            "Content/national/index.cy.md:3:7: 'Y Hafan' cannot be part of an address | "
                + "use lower-case letters, digits and hyphens"),
        .init(
            "a link in a Welsh page to an English heading",
            [
                "national/emergency.cy.md": SmallSite.page("Argyfwng", body: "## Ffoniwch"),
                "national/index.cy.md": SmallSite.page("Hafan", body: "[x](/emergency#call)"),
            ],
            "Content/national/index.cy.md:4:1: '/emergency' has no heading '#call' | known here: ffoniwch"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }

    @Test func aLinkInAnotherLanguageThanWhatStandsAroundItSaysSo() async throws {
        let layout = SmallSite.templates.files["layout.mustache"]?.replacing(
            "{{#footer}}<a href=\"{{url}}\">", with: "{{#footer}}<a href=\"{{url}}\" lang=\"{{language}}\">")
        let related = SmallSite.templates.files["page.mustache"]?.replacing(
            "{{#related}}{{#items}}<a href=\"{{url}}\">",
            with: "{{#related}}{{#items}}<a href=\"{{url}}\" lang=\"{{language}}\">")
        let services = SmallSite.content.files["services.yml"]?.replacing("related: [help]", with: "related: [report]")
        let run = try await SmallSite.run([
            "Templates/layout.mustache": layout, "Templates/page.mustache": related, "services.yml": services,
        ])
        #expect(run.faults == [])
        #expect(run.text("gwent/index.html").contains("<a href=\"/emergency\" lang=\"\">Emergency</a>"))
        #expect(run.text("gwent/cy/index.html").contains("<a href=\"/cy/emergency\" lang=\"en\">Emergency</a>"))
        // The page is in English, and leads to a page that is in Welsh.
        let theft = run.text("gwent/cy/rhoi-gwybod/theft.html")
        #expect(theft.contains("<a href=\"/cy/rhoi-gwybod\" lang=\"cy\">Rhoi gwybod</a>"))
    }
}
