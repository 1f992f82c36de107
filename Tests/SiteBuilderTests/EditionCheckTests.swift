import Diagnostics
import Testing

@testable import SiteBuilder

/// What cannot stand together on one site.
@Suite struct EditionCheckTests {
    private static func emergency(_ aliases: String) -> String {
        SmallSite.page("Emergency", keys: ["aliases: [\(aliases)]"], body: "x")
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "two pages of one title", ["national/other.md": SmallSite.page("Emergency", body: "x")],
            "Content/national/other.md:2:1: Content/national/emergency.md:2:1 has the title 'Emergency' too | "
                + "say what sets this page apart"),
        .init(
            "a page of a force with the title of another",
            ["forces/kent/pages/own.md": SmallSite.page("Home", body: "x")],
            "Content/national/index.md:2:1: Content/forces/kent/pages/own.md:2:1 has the title 'Home' too | "
                + "say what sets this page apart"),
        .init(
            "two Welsh pages of one title", ["national/emergency.cy.md": SmallSite.page("Hafan", body: "x")],
            "Content/national/index.cy.md:2:1: Content/national/emergency.cy.md:2:1 has the title 'Hafan' too | "
                + "say what sets this page apart"),
        .init(
            "an alias that is the address of the page", ["national/emergency.md": emergency("/old, /emergency")],
            "Content/national/emergency.md:3:17: the alias /emergency is the address of the page itself | take it out"),
        .init(
            "an alias that is the address of another page", ["national/emergency.md": emergency("/report")],
            "Content/national/emergency.md:3:11: the alias /report already belongs to "
                + "Content/national/report/index.md:2:1 | take it out here or there"),
        .init(
            "an alias twice on a page", ["national/emergency.md": emergency("/old, /old")],
            "Content/national/emergency.md:3:17: the alias /old already belongs to "
                + "Content/national/emergency.md:3:11 | take it out here or there"),
        .init(
            "an alias of two pages",
            [
                "national/emergency.md": emergency("/old"),
                "national/other.md": SmallSite.page("Other", keys: ["aliases: [/old]"], body: "x"),
            ],
            "Content/national/other.md:3:11: the alias /old already belongs to Content/national/emergency.md:3:11 | "
                + "take it out here or there"),
        .init(
            "a Welsh alias that is the address of another page",
            ["national/index.cy.md": SmallSite.page("Hafan", keys: ["aliases: [/rhoi-gwybod]"], body: "x")],
            "Content/national/index.cy.md:3:11: the alias /cy/rhoi-gwybod already belongs to "
                + "Content/national/report/index.cy.md:2:1 | take it out here or there"),
        .init(
            "an alias that is no path", ["national/emergency.md": emergency("/Old.html")],
            "Content/national/emergency.md:3:11: '/Old.html' is not the path of a page | "
                + "write it from '/', in lower-case letters, digits and hyphens, and without an extension"),
        .init(
            "two forms with one code",
            [
                "national/report/loss.md": SmallSite.theft.replacing("a theft", with: "a loss")
            ],
            "Content/national/report/theft.md:4:3: Content/national/report/loss.md:4:3 already has the code THE | "
                + "choose other letters"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }

    /// A web server asks its redirects first: such an alias would hide the Welsh pages, the forms or the search.
    @Test(arguments: ["/cy/rhoi-gwybod", "/cy", "/forms/theft/danger", "/search", "/assets/site"])
    func anAliasCannotBeginLikeSomethingElse(alias: String) async throws {
        let run = try await SmallSite.run(["national/emergency.md": Self.emergency(alias)])
        #expect(run.report.hasErrors)
        #expect(run.faults.map { $0.hasPrefix("Content/national/emergency.md:3:11: ") } == [true])
    }

    @Test func pagesOfDifferentForcesMayShareTitleAndAlias() async throws {
        let own = SmallSite.page("Counters", keys: ["aliases: [/old]"], body: "x")
        let run = try await SmallSite.run([
            "forces/kent/pages/counters.md": own, "forces/gwent/pages/desks.md": own,
        ])
        #expect(run.faults == [])
        #expect(run.text("kent/redirects.txt") == "/old /counters\n")
        #expect(run.text("gwent/redirects.txt") == "/old /desks\n")
    }
}
