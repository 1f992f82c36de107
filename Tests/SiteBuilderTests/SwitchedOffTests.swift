import Testing

@testable import SiteBuilder

/// Services that a force does not offer.
@Suite struct SwitchedOffTests {
    private static func kent(without services: String) -> String {
        SmallSite.force("Kent Police", code: "KEN") + "\nservices-off: [\(services)]"
    }

    /// The service `theft` is offered in every place that there is, and every link to it is optional.
    private static let everywhere: [String: String?] = [
        "services.yml": """
        report:
          page: /report
          in: [navigation]
          services:
            theft: { page: /report/theft, in: [navigation, footer], also: { en: [Stolen things] } }
            loss: { page: /report/loss }
        help: { page: /emergency, related: [theft] }
        """,
        "national/a-z.md": SmallSite.page("A to Z", keys: ["list: a-z"], body: "x"),
        "national/report/loss.md": SmallSite.page("Report a loss", body: "x"),
        "national/report/index.md": SmallSite.page("Report", body: "Report [a thief](/report/theft){optional}."),
        "national/report/index.cy.md": SmallSite.page("Rhoi gwybod", body: "[Dwyn](/report/theft){optional}"),
    ]

    @Test func aServiceThatIsSwitchedOffIsGoneFromEveryPlace() async throws {
        let changes = Self.everywhere.merging(["forces/kent/force.yml": Self.kent(without: "theft")]) { $1 }
        let run = try await SmallSite.run(changes)
        #expect(run.faults == [])
        #expect(run.output["kent/report/theft.html"] == nil && run.output["gwent/report/theft.html"] != nil)
        // Navigation and footer are on every page; the others hold the section, the related links and the A–Z.
        for page in ["index", "report/index", "emergency", "a-z", "404"] {
            let (kent, gwent) = (run.text("kent/\(page).html"), run.text("gwent/\(page).html"))
            #expect(!kent.isEmpty && !kent.contains("/report/theft") && !kent.contains("Stolen things"), "\(page)")
            #expect(gwent.contains("/report/theft"), "\(page)")
        }
        #expect(run.text("kent/report/index.html").contains("<p>Report a thief.</p>"), "a link drops to its text")
        #expect(run.text("gwent/report/index.html").contains("<p>Report <a href=\"/report/theft\">a thief</a>.</p>"))
        #expect(run.text("kent/report/index.html").contains("<a href=\"/report/loss\">Report a loss</a>"))
        #expect(run.text("gwent/a-z.html").contains("<a href=\"/report/theft\">Stolen things</a>"))
        let bundle = try PublishedBundle(of: run)
        #expect(bundle.form("theft", of: "kent") == nil && bundle.form("theft", of: "gwent") != nil)
    }

    /// The index holds each text once, whoever shows it.
    @Test func whatNoForceOffersIsNotInTheSearch() async throws {
        let gwent = SmallSite.force("Gwent Police", code: "GWE", welsh: "Heddlu Gwent")
        var changes = Self.everywhere
        changes["forces/kent/force.yml"] = Self.kent(without: "theft")
        let some = try await SmallSite.run(changes)
        changes["forces/gwent/force.yml"] = gwent + "\nservices-off: [theft]"
        let none = try await SmallSite.run(changes)
        for (run, isFound) in [(some, true), (none, false)] {
            #expect(run.faults == [])
            let index = run.text("intake/\(run.text("intake/current").dropFirst("-> ".count))/search.sqlite")
            #expect(index.contains("Report a loss"))
            #expect(index.contains("Report a theft") == isFound && index.contains("/report/theft") == isFound)
        }
    }

    @Test func aSectionThatIsSwitchedOffTakesItsServicesAlong() async throws {
        let changes = Self.everywhere.merging([
            "forces/kent/force.yml": Self.kent(without: "report"),
            "national/index.md": SmallSite.page("Home", body: "[Report](/report){optional} it."),
        ]) { $1 }
        let run = try await SmallSite.run(changes)
        #expect(run.faults == [])
        #expect(!run.output.keys.contains { $0.hasPrefix("kent/report") })
        #expect(run.text("kent/index.html").contains("<p>Report it.</p>"))
        #expect(!run.output.contains { $0.key.hasPrefix("kent/") && run.text($0.key).contains("href=\"/report") })
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a link to a service that a force has switched off", ["forces/kent/force.yml": kent(without: "theft")],
            "Content/national/report/index.md:4:1: '/report/theft' is not on the site of kent: it belongs to the "
                + "service 'theft', which kent has switched off | write '[…](/report/theft){optional}', or limit this "
                + "page with 'only' or 'except'"),
        .init(
            "a service that does not exist", ["forces/kent/force.yml": kent(without: "thetf")],
            "Content/forces/kent/force.yml:7:16: there is no service 'thetf' | did you mean 'theft'?"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }

    @Test func theRemedyForAnExitOfAFormIsNotThatOfALink() async throws {
        let run = try await SmallSite.run(["forces/kent/force.yml": Self.kent(without: "help")])
        let fault = try #require(run.faults.first)
        #expect(run.faults.count == 1)
        #expect(
            fault.hasPrefix(
                "Content/national/report/theft.md:16:15: '/emergency' is not on the site of kent: it belongs to the "
                    + "service 'help', which kent has switched off | "))
        #expect(!fault.contains("{optional}"), "an exit cannot be written like that")
    }
}
