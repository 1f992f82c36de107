import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

/// What is made from the catalogue of services.
@Suite struct ServiceTests {
    private static let catalogue = SmallSite.content.files["services.yml"] ?? ""

    @Test func theFrontOfASectionListsItsServicesInTheirOrder() async throws {
        let run = try await SmallSite.run([
            "services.yml": """
            report:
              page: /report
              services:
                theft: { page: /report/theft }
                assault: { page: /report/assault }
            help: { page: /emergency }
            """,
            "national/report/assault.md": SmallSite.page("Assault", body: "x"),
            "national/report/assault.cy.md": SmallSite.page("Ymosodiad", slug: "ymosodiad", body: "x"),
        ])
        #expect(run.faults == [])
        #expect(
            run.text("kent/report/index.html").contains(
                "<a href=\"/report/theft\">Report a theft</a><a href=\"/report/assault\">Assault</a><p>"))
        #expect(
            run.text("gwent/cy/rhoi-gwybod/index.html").contains(
                "<a href=\"/cy/rhoi-gwybod/theft\">Report a theft</a>"
                    + "<a href=\"/cy/rhoi-gwybod/ymosodiad\">Ymosodiad</a><p>"))
        #expect(run.text("kent/emergency.html").contains("<h1>Emergency</h1>\n<h2"), "no section, no list")
    }

    @Test func navigationAndFooterKeepTheOrderOfTheCatalogue() async throws {
        let run = try await SmallSite.run([
            "services.yml": """
            help: { page: /emergency, in: [footer, navigation] }
            report:
              page: /report
              in: [navigation]
              services:
                theft: { page: /report/theft, in: [navigation, footer] }
            """
        ])
        #expect(run.faults == [])
        let (help, theft) = ("<a href=\"/emergency\">Emergency</a>", "<a href=\"/report/theft\">Report a theft</a>")
        #expect(run.text("kent/index.html").contains("\n\(help)<a href=\"/report\">Report</a>\(theft)\n"))
        #expect(run.text("kent/index.html").contains("</main>\(help)\(theft)\n"))
    }

    @Test func theAToZListsEveryServiceByItsTitleAndItsOtherWords() async throws {
        let run = try await SmallSite.run([
            "services.yml": """
            report:
              page: /report
              also: { en: [Éclair, 101 calls, tell us], cy: [Llyfr, Lamp, Ŵyn, Dwyn, Ddoe] }
              services:
                theft: { page: /report/theft, also: { en: [Stolen things] } }
                list: { page: /a-z }
            help: { page: /emergency }
            """,
            "national/a-z.md": SmallSite.page("A to Z", keys: ["list: a-z"], body: "x"),
            "national/a-z.cy.md": SmallSite.page("A i Y", slug: "a-y", body: "x"),
        ])
        #expect(run.faults == [])
        func index(_ letters: [(name: String, items: [(url: String, title: String)])]) -> String {
            letters.map { letter in
                "<b>\(letter.name)</b>" + letter.items.map { "<a href=\"\($0.url)\">\($0.title)</a>" }.joined()
            }.joined()
        }
        let english = index([
            ("#", [("/report", "101 calls")]), ("E", [("/report", "Éclair"), ("/emergency", "Emergency")]),
            ("R", [("/report", "Report"), ("/report/theft", "Report a theft")]),
            ("S", [("/report/theft", "Stolen things")]), ("T", [("/report", "tell us")]),
        ])
        let report = "/cy/rhoi-gwybod"
        let welsh = index([
            ("D", [(report, "Dwyn")]), ("Dd", [(report, "Ddoe")]), ("E", [("/cy/emergency", "Emergency")]),
            ("L", [(report, "Lamp")]), ("Ll", [(report, "Llyfr")]), ("R", [("\(report)/theft", "Report a theft")]),
            ("Rh", [(report, "Rhoi gwybod")]), ("W", [(report, "Ŵyn")]),
        ])
        #expect(run.text("kent/a-z.html").contains("\n\(english)\n"))
        #expect(run.text("gwent/cy/a-y.html").contains("\n\(welsh)\n"))
        #expect(!run.text("kent/emergency.html").contains("<b>"), "no list that was not asked for")
    }

    @Test func relatedServicesAndSignpostsStandOnThePageOfAService() async throws {
        let run = try await SmallSite.run([
            "services.yml": Self.catalogue.replacing("related: [help]", with: "related: [help, report]"),
            "strings.en.yml": SmallSite.strings(language: "English").replacing(
                "\"signposts.emergency\"", with: "\"In danger\""),
            "site.yml": SmallSite.content.files["site.yml"]?.replacing("\"999\"", with: "\"18001 101\""),
        ])
        #expect(run.faults == [])
        let links = "<a href=\"/emergency\">Emergency</a><a href=\"/report\">Report</a>"
        #expect(
            run.text("kent/report/theft.html").contains(
                "\n\(links)\n<a href=\"tel:18001101\">In danger 18001 101</a>\n"))
        #expect(!run.text("kent/emergency.html").contains("tel:"))
    }

    /// Otherwise citizens would read its key.
    @Test func aSignpostWithoutWordsIsAnError() async throws {
        let missing = { (language: String) in
            SmallSite.strings(language: language).replacing("signposts.emergency: \"signposts.emergency\"\n", with: "")
        }
        let run = try await SmallSite.run([
            "strings.en.yml": missing("English"), "strings.cy.yml": missing("Cymraeg"),
        ])
        #expect(run.report.hasErrors)
        #expect(run.faults.contains { $0.contains("signposts.emergency") })
    }
}
