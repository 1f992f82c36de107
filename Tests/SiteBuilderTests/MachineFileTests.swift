import TestSupport
import Testing

@testable import SiteBuilder

/// What crawlers, web servers and those who look for weaknesses read.
@Suite struct MachineFileTests {
    private static let security =
        "\nsecurity: { contact: mailto:security@example.org, expires: 2027-03-02, policy: https://example.org/rules }"
    private static let demonstration = (SmallSite.content.files["site.yml"] ?? "") + security
    private static let real = demonstration.replacing("demonstration: yes", with: "demonstration: no")

    @Test func aDemonstrationIsFoundByNobody() async throws {
        let run = try await SmallSite.run(["site.yml": Self.demonstration])
        #expect(run.faults == [])
        #expect(run.text("gwent/robots.txt") == "User-agent: *\nDisallow: /\n")
        #expect(run.output["gwent/sitemap.xml"] == nil)
        #expect(
            run.text("gwent/.well-known/security.txt") == """
                Contact: mailto:security@example.org
                Expires: 2027-03-02T00:00:00Z
                Policy: https://example.org/rules
                Preferred-Languages: en, cy

                """)
        for path in run.output.keys { #expect(!run.text(path).contains("police.uk"), "\(path) names a real host") }
    }

    @Test func aRealSiteTellsWhereItsPagesAre() async throws {
        let run = try await SmallSite.run(["site.yml": Self.real])
        #expect(run.faults == [])
        #expect(
            run.text("kent/robots.txt") == """
                User-agent: *
                Disallow: /forms/
                Disallow: /search

                Sitemap: https://www.ken.police.uk/sitemap.xml

                """)
        #expect(
            run.text("kent/.well-known/security.txt") == """
                Contact: mailto:security@example.org
                Expires: 2027-03-02T00:00:00Z
                Policy: https://example.org/rules
                Preferred-Languages: en
                Canonical: https://www.ken.police.uk/.well-known/security.txt

                """)
    }

    @Test func withoutASecurityContactThereIsNoFileForOne() async throws {
        let run = try await SmallSite.run()
        #expect(!run.output.keys.contains { $0.contains(".well-known") })
    }

    @Test func theSitemapListsEachPageInTheLanguagesThatItIsTranslatedInto() async throws {
        let run = try await SmallSite.run(
            [
                "site.yml": Self.real,
                "national/index.md": SmallSite.page("Home", keys: ["reviewed: 2026-03-02"], body: "x"),
            ], asOf: SmallSite.day("2026-03-02"))
        #expect(run.faults == [])
        func entry(_ url: String, day: String = "", english: String? = nil, welsh: String = "") -> String {
            let versions = english.map { [("en", $0), ("cy", welsh)] } ?? []
            let links = versions.map {
                "<xhtml:link rel=\"alternate\" hreflang=\"\($0)\" href=\"https://www.gwe.police.uk\($1)\"/>"
            }
            return "<url><loc>https://www.gwe.police.uk\(url)</loc>\(day)\(links.joined())</url>"
        }
        let day = "<lastmod>2026-03-02</lastmod>"
        let entries = [
            entry("/", day: day, english: "/", welsh: "/cy/"), entry("/emergency"),
            entry("/report", english: "/report", welsh: "/cy/rhoi-gwybod"), entry("/report/theft"),
            entry("/cy/", day: day, english: "/", welsh: "/cy/"),
            entry("/cy/rhoi-gwybod", english: "/report", welsh: "/cy/rhoi-gwybod"),
        ]
        let lines = run.text("gwent/sitemap.xml").split(separator: "\n").map(String.init)
        #expect(lines.filter { $0.hasPrefix("<url>") } == entries)
        #expect(lines.first == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" && lines.last == "</urlset>")
        #expect(!run.text("kent/sitemap.xml").contains("xhtml:link rel"), "a page in one language has no versions")
    }

    @Test func formerAddressesLeadToThePresentOnes() async throws {
        let run = try await SmallSite.run([
            "national/emergency.md": SmallSite.page("Emergency", keys: ["aliases: [/999, /call/now]"], body: "x"),
            "national/emergency.cy.md": SmallSite.page(
                "Argyfwng", slug: "argyfwng", keys: ["aliases: [/ffonio]"], body: "x"),
        ])
        #expect(run.faults == [])
        #expect(run.text("kent/redirects.txt") == "/999 /emergency\n/call/now /emergency\n")
        #expect(run.text("kent/redirects.map") == "/999 /emergency;\n/call/now /emergency;\n")
        #expect(
            run.text("gwent/redirects.txt") == """
                /999 /emergency
                /call/now /emergency
                /cy/ffonio /cy/argyfwng

                """)
    }

    @Test func thePagesOfProblemsAreThereInEachLanguage() async throws {
        let words = { (language: String, missing: String, down: String) in
            SmallSite.strings(language: language).replacing("\"problems.not-found.title\"", with: missing)
                .replacing("\"problems.unavailable.title\"", with: down)
        }
        let run = try await SmallSite.run([
            "strings.en.yml": words("English", "No page", "Closed"),
            "strings.cy.yml": words("Cymraeg", "Dim tudalen", "Ar gau"),
        ])
        #expect(run.faults == [])
        #expect(run.text("kent/404.html").contains("<main><h1>No page</h1></main>"))
        #expect(run.text("kent/503.html").contains("<main><h1>Closed</h1></main>"))
        #expect(run.text("gwent/cy/404.html").contains("<main><h1>Dim tudalen</h1></main>"))
        #expect(run.text("gwent/cy/503.html").contains("<main><h1>Ar gau</h1></main>"))
        #expect(run.text("gwent/cy/404.html").hasPrefix("<html lang=\"cy\">"))
    }
}
