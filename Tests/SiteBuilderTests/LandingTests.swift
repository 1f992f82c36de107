import TestSupport
import Testing

@testable import SiteBuilder

/// What stands around the text of a page: tasks on the home page, the pages of the section beside an advice page.
@Suite struct LandingTests {
    private static let services: [String: String?] = [
        "services.yml": """
        report:
          page: /report
          in: [navigation]
          services:
            theft: { page: /report/theft, in: [home] }
            advice: { page: /report/advice }
            locks: { page: /report/locks, in: [home] }
        help: { page: /emergency, in: [footer] }
        """,
        "national/report/advice.md": SmallSite.page("Advice", body: "Text."),
        "national/report/locks.md": SmallSite.page("Locks", keys: ["description: Good locks."], body: "Text."),
        "national/report/index.md": SmallSite.page("Report", keys: ["description: All of it."], body: "Text."),
    ]
    private static let templates: [String: String?] = [
        "Templates/page.mustache": """
        <h1>{{title}}</h1>{{{body}}}{{#lead}}<q>{{lead}}</q>{{/lead}}
        {{#tasks}}{{#items}}<a href="{{url}}">task {{title}}: {{description}}</a>{{/items}}{{/tasks}}
        {{#section}}{{#items}}<a href="{{url}}"{{#current}} aria-current="page"{{/current}}>{{title}}</a>{{/items}}{{/section}}
        {{#form}}{{> form/form}}{{/form}}{{#services}}{{#items}}<a href="{{url}}">{{title}}</a>{{/items}}{{/services}}
        """
    ]

    @Test func theHomePageOffersWhatMostPeopleComeFor() async throws {
        let run = try await SmallSite.run(Self.services.merging(Self.templates) { _, new in new })
        #expect(run.faults == [])
        let home = run.text("kent/index.html")
        #expect(home.contains("<a href=\"/report/locks\">task Locks: Good locks.</a>"))
        #expect(home.contains("task Report a theft") && !home.contains("task Advice"))
        #expect(!run.text("kent/emergency.html").contains("task "))
    }

    @Test func aFrontLeadsWithItsDescription() async throws {
        let run = try await SmallSite.run(Self.services.merging(Self.templates) { _, new in new })
        #expect(run.text("kent/report/index.html").contains("<q>All of it.</q>"))
        #expect(!run.text("kent/report/locks.html").contains("<q>"))
    }

    @Test func theSectionStandsBesideAPageButNotBesideAForm() async throws {
        let run = try await SmallSite.run(Self.services.merging(Self.templates) { _, new in new })
        let advice = run.text("kent/report/advice.html")
        #expect(advice.contains("<a href=\"/report/advice\" aria-current=\"page\">Advice</a>"))
        #expect(advice.contains("<a href=\"/report/locks\">Locks</a>"))
        #expect(!run.text("kent/report/theft.html").contains("/report/locks"))
    }

    @Test func pagesForAuthorsStandOnPreviewsOnly() async throws {
        let page: [String: String?] = ["national/guide.md": SmallSite.page("Guide", keys: ["preview: yes"], body: "x")]
        #expect(try await SmallSite.run(page).output["kent/guide.html"] == nil)
        #expect(try await SmallSite.run(page) { $0.preview = true }.output["kent/guide.html"] != nil)
    }
}
