import TestSupport
import Testing

@testable import SiteBuilder

/// The two pages that every form gets by itself: where they stand.
@Suite struct CompanionTests {
    private static let pages = ["questions", "privacy"]

    /// Welsh words of the form of the small site.
    static let welsh: [String: String?] = [
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
        "strings.cy.yml": strings(
            "Cymraeg", slugs: ["cwestiynau", "preifatrwydd"], titles: ["Popeth am {title}", "Preifatrwydd: {title}"]),
    ]

    private static func strings(_ language: String, slugs: [String] = pages, titles: [String]) -> String {
        var strings = SmallSite.strings(language: language)
        for ((page, slug), title) in zip(zip(pages, slugs), titles) {
            strings = strings.replacing("\"companions.\(page).slug\"", with: "\"\(slug)\"")
                .replacing("\"companions.\(page).title\"", with: "\"\(title)\"")
        }
        return strings
    }

    @Test func everyFormHasItsQuestionsAndItsPrivacyNotice() async throws {
        let run = try await SmallSite.run([
            "strings.en.yml": Self.strings("English", titles: ["All of {title}", "Privacy: {title}"])
        ])
        #expect(run.faults == [])
        for force in ["gwent", "kent"] {
            let questions = run.text("\(force)/report/theft/questions.html")
            #expect(questions.contains("<h1>All of Report a theft</h1>Are you in danger?What was it?Your name"))
            let crumbs = "<a href=\"/report\">Report</a><a href=\"/report/theft\">Report a theft</a><main>"
            #expect(questions.contains(crumbs), "they stand below the form")
            #expect(run.text("\(force)/report/theft/privacy.html").contains("<h1>Privacy: Report a theft</h1>"))
        }
    }

    @Test func aFormThatIsTranslatedHasThemInWelsh() async throws {
        let run = try await SmallSite.run(Self.welsh)
        #expect(run.faults == [])
        let questions = run.text("gwent/cy/rhoi-gwybod/dwyn/cwestiynau.html")
        #expect(questions.contains("<main><h1>Popeth am Dwyn</h1>Ydych chi mewn perygl?Beth oedd e?Eich enw</main>"))
        #expect(questions.contains("<a href=\"/report/theft/questions\">English</a>"))
        #expect(run.text("gwent/cy/rhoi-gwybod/dwyn/preifatrwydd.html").contains("<h1>Preifatrwydd: Dwyn</h1>"))
        #expect(
            run.text("gwent/report/theft/privacy.html")
                .contains("<a href=\"/cy/rhoi-gwybod/dwyn/preifatrwydd\">Cymraeg</a>"))
        #expect(run.text("gwent/report/theft/questions.html").contains("Are you in danger?What was it?Your name"))
        #expect(!run.output.keys.contains { $0.hasPrefix("gwent/cy/rhoi-gwybod/theft") })
    }

    @Test func aFormThatIsNotTranslatedHasThemInEnglishOnTheWelshSite() async throws {
        let run = try await SmallSite.run()
        let questions = run.text("gwent/cy/rhoi-gwybod/theft/questions.html")
        #expect(questions.hasPrefix("<html lang=\"cy\">"))
        #expect(questions.contains("<main><p>Saesneg</p><div lang=\"en\"><h1>"))
        #expect(questions.contains("Are you in danger?"))
        #expect(run.summary.untranslated == 2, "they are not what is left to translate")
    }

    @Test func noSitemapAndNoSearchLeadsToThem() async throws {
        let site = SmallSite.content.files["site.yml"]?.replacing("demonstration: yes", with: "demonstration: no")
        var changes = Self.welsh
        changes["site.yml"] = site
        let run = try await SmallSite.run(changes)
        #expect(run.faults == [])
        let map = run.text("gwent/sitemap.xml")
        #expect(map.contains("<loc>https://www.gwe.police.uk/report/theft</loc>"))
        #expect(map.contains("<loc>https://www.gwe.police.uk/cy/rhoi-gwybod/dwyn</loc>"))
        #expect(!map.contains("theft/") && !map.contains("dwyn/"))
        let index = run.text("intake/\(run.text("intake/current").dropFirst("-> ".count))/search.sqlite")
        #expect(index.contains("/report/theft") && index.contains("Dwyn"))
        #expect(!index.contains("/report/theft/") && !index.contains("Popeth am") && !index.contains("preifatrwydd"))
    }

    @Test(arguments: pages)
    func aPageOfOnesOwnCannotStandThere(page: String) async throws {
        for folder in ["national", "forces/kent/pages"] {
            let run = try await SmallSite.run([
                "\(folder)/report/theft/\(page).md": SmallSite.page("Mine", body: "x")
            ])
            #expect(
                run.faults == [
                    "Content/national/report/theft.md:2:1: the build makes /report/theft/\(page) from this page, and "
                        + "another page stands there | give that page another name"
                ])
            #expect(run.output.isEmpty, "nothing is published")
        }
    }

    @Test func aPageBelowAPageThatIsNoFormIsCalledAsItLikes() async throws {
        let run = try await SmallSite.run([
            "national/emergency/questions.md": SmallSite.page("Questions", body: "x")
        ])
        #expect(run.faults == [])
        #expect(run.text("kent/emergency/questions.html").contains("<h1>Questions</h1>"))
    }
}
