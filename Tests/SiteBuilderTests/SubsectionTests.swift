import TestSupport
import Testing

@testable import SiteBuilder

/// A service of a section that is a section itself.
@Suite struct SubsectionTests {
    private static let content: [String: String?] = [
        "services.yml": """
        advice:
          page: /advice
          in: [navigation]
          services:
            fraud:
              page: /advice/fraud
              services:
                scams: { page: /advice/fraud/scams }
                loans: { page: /advice/fraud/loans }
            roads: { page: /advice/roads }
        help: { page: /emergency }
        """,
        "national/advice/index.md": SmallSite.page("Advice", body: "x"),
        "national/advice/fraud/index.md": SmallSite.page("Fraud", body: "x"),
        "national/advice/fraud/scams.md": SmallSite.page("Scams", body: "x"),
        "national/advice/fraud/loans.md": SmallSite.page("Loans", body: "x"),
        "national/advice/roads.md": SmallSite.page("Roads", body: "x"),
        "national/a-z.md": SmallSite.page("A to Z", keys: ["list: a-z"], body: "x"),
    ]

    @Test func eachFrontListsItsOwnServices() async throws {
        let run = try await SmallSite.run(Self.content)
        #expect(run.faults == [])
        #expect(
            run.text("kent/advice/index.html").contains(
                "<a href=\"/advice/fraud\">Fraud</a><a href=\"/advice/roads\">Roads</a><p>"))
        #expect(
            run.text("kent/advice/fraud/index.html").contains(
                "<a href=\"/advice/fraud/scams\">Scams</a><a href=\"/advice/fraud/loans\">Loans</a><p>"))
    }

    @Test func theIndexHasEachServiceOnce() async throws {
        let index = try await SmallSite.run(Self.content).text("kent/a-z.html")
        #expect(index.ranges(of: ">Fraud</a>").count == 1 && index.ranges(of: ">Scams</a>").count == 1)
    }

    @Test(arguments: [
        ("advice", []), ("fraud", ["advice/index", "advice/roads"]),
        ("scams", ["advice/fraud/index", "advice/fraud/loans", "advice/index", "advice/roads"]),
    ])
    func whatIsSwitchedOffTakesAlongWhatIsBelow(service: String, left: [String]) async throws {
        let force = SmallSite.force("Kent Police", code: "KEN") + "\nservices-off: [\(service)]"
        let run = try await SmallSite.run(Self.content.merging(["forces/kent/force.yml": force]) { _, new in new })
        #expect(run.faults == [])
        let pages = run.output.keys.filter { $0.hasPrefix("kent/advice/") }.sorted()
        #expect(pages == left.map { "kent/\($0).html" })
    }

    @Test func aServiceWhosePageIsForOthersIsToldOf() async throws {
        let page = SmallSite.page("Roads", keys: ["except: kent"], body: "x")
        let run = try await SmallSite.run(Self.content.merging(["national/advice/roads.md": page]) { _, new in new })
        #expect(
            run.faults == [
                "Content/services.yml:10:20: the page of the service 'roads' is not for kent | name the service under "
                    + "'services-off' in the force.yml of kent, or write a page there"
            ])
    }

    @Test func aServiceWhosePageIsADraftIsMissingOnPurpose() async throws {
        let page = SmallSite.page("Roads", keys: ["draft: yes"], body: "x")
        let run = try await SmallSite.run(Self.content.merging(["national/advice/roads.md": page]) { _, new in new })
        #expect(run.faults == [])
    }
}
