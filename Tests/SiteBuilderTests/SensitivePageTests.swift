import Forms
import TestSupport
import Testing

@testable import SiteBuilder

/// Pages that nobody else should see: how they are left, and what is told before they are opened.
@Suite struct SensitivePageTests {
    private static let safety: [String: String?] = [
        "national/safety.md": SmallSite.page("Safety", keys: ["sensitive: yes"], body: "Help."),
        "national/safety.cy.md": SmallSite.page("Diogelwch", slug: "diogelwch", body: "Help."),
        "services.yml": """
        report:
          page: /report
          in: [navigation]
          services:
            safety: { page: /safety, related: [theft] }
            theft: { page: /report/theft, related: [safety] }
        help: { page: /emergency, in: [footer] }
        """,
    ]

    @Test func aSensitivePageHasALinkAway() async throws {
        let run = try await SmallSite.run(Self.safety.merging(Self.templates) { _, new in new })
        #expect(run.faults == [])
        #expect(run.text("kent/safety.html").contains("<a href=\"https://weather.example/\">away</a>"))
        #expect(run.text("gwent/cy/diogelwch.html").contains("<a href=\"https://weather.example/\">away</a>"))
        #expect(!run.text("kent/emergency.html").contains("weather.example"))
    }

    @Test func listsLeadToWhatHasToBeKnownFirst() async throws {
        let run = try await SmallSite.run(Self.safety.merging(Self.templates) { _, new in new })
        #expect(run.text("kent/report/index.html").contains("<a href=\"/safety/leaving\">Safety</a>"))
        #expect(run.text("kent/report/theft.html").contains("<a href=\"/safety/leaving\">Safety</a>"))
        let leaving = run.text("kent/safety/leaving.html")
        #expect(leaving.contains("<a href=\"/safety\">Go on</a>"))
        #expect(leaving.contains("weather.example"), "it can be left as well")
    }

    @Test func aSensitiveFormIsLeftByItsOwnButton() async throws {
        let run = try await SmallSite.run(
            [
                "national/report/theft.md": SmallSite.theft.replacing(
                    "  code: THE", with: "  code: THE\n  sensitive: yes")
            ]
            .merging(Self.templates) { _, new in new })
        #expect(run.faults == [])
        #expect(!run.text("kent/report/theft.html").contains("weather.example"), "a link would leave the draft behind")
        #expect(run.text("kent/report/theft/questions.html").contains("<h1>"))
        #expect(run.text("kent/report/theft/leaving.html").contains("<a href=\"/report/theft\">Go on</a>"))
    }

    @Test func thePageOfASensitiveFormCannotSayOtherwise() async throws {
        let theft = SmallSite.theft.replacing(
            "form:\n  code: THE", with: "sensitive: no\nform:\n  code: THE\n  sensitive: yes")
        let run = try await SmallSite.run(["national/report/theft.md": theft])
        #expect(run.output["kent/report/theft/leaving.html"] != nil)
    }

    @Test func somewhereToGoIsAsked() async throws {
        let site = (SmallSite.content.files["site.yml"] ?? "").replacing(
            "neutral-page: https://weather.example/", with: "")
        let run = try await SmallSite.run(Self.safety.merging(["site.yml": site]) { _, new in new })
        #expect(
            run.faults == [
                "Content/national/safety.md:2:1: the page is sensitive, and 'Exit this page' would lead nowhere | "
                    + "name a harmless page as 'neutral-page' in Content/site.yml"
            ])
    }

    private static let templates: [String: String?] = [
        "Templates/page.mustache": (SmallSite.templates.files["page.mustache"] ?? "")
            + "{{#leave}}<a href=\"{{leave}}\">away</a>{{/leave}}"
    ]
}
