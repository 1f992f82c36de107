import TestSupport
import Testing

@testable import SiteBuilder

/// What `soh check --report content` tells.
@Suite struct ContentReportTests {
    private static func items(
        _ kind: ContentReport.Kind, _ changes: [String: String?] = [:], on day: String = "2026-06-01"
    ) async throws -> [String] {
        let run = try await SmallSite.run(changes, asOf: SmallSite.day(day)) { $0.reportsContent = true }
        let report = try #require(run.summary.content)
        return report.items(of: kind).map { item in
            let subject = item.subject.firstRange(of: "Content/").map { String(item.subject[$0.lowerBound...]) }
            return "\(subject ?? item.subject): \(item.detail)"
        }
    }

    @Test func reviewsAreListedBeforeTheyAreDue() async throws {
        let pages = [
            "national/late.md": SmallSite.page("Late", keys: ["owner: Web", "review-by: 2026-05-01"], body: "x"),
            "national/soon.md": SmallSite.page("Soon", keys: ["review-by: 2026-07-30"], body: "x"),
            "national/fine.md": SmallSite.page("Fine", keys: ["review-by: 2026-07-31"], body: "x"),
        ]
        #expect(
            try await Self.items(.review, pages) == [
                "Content/national/late.md: overdue since 2026-05-01, Web",
                "Content/national/soon.md: due by 2026-07-30",
            ])
    }

    @Test func missingStaleAndUnreviewedWelshIsListed() async throws {
        let stale = "---\ntitle: Argyfwng\nsource: sha256:0\nreviewed: 2026-01-01\n---\nx\n"
        let changes = ["national/emergency.cy.md": stale]
        #expect(
            try await Self.items(.missingWelsh, changes) == ["Content/national/report/theft.md: Report a theft"])
        #expect(
            try await Self.items(.staleWelsh, changes).first
                == "Content/national/emergency.cy.md: the English has changed")
        #expect(
            try await Self.items(.unreviewedWelsh, changes) == [
                "Content/national/index.cy.md: awaits a translator's review",
                "Content/national/report/index.cy.md: awaits a translator's review",
                "Content/strings.cy.yml: awaits a translator's review",
            ])
    }

    @Test func withoutAForceThatHasWelshNoneIsMissing() async throws {
        #expect(try await Self.items(.missingWelsh, SmallSite.withoutWelsh) == [])
    }

    @Test func whatForcesHaveOtherwiseIsListed() async throws {
        let changes = [
            "forces/kent/pages/emergency.md": SmallSite.page("Emergency", body: "{{> block:desk}} ".dropLast() + ""),
            "forces/kent/pages/harbour.md": SmallSite.page("Harbour", body: "x"),
            "forces/kent/blocks/desk.md": "x",
        ]
        #expect(
            try await Self.items(.deviation, changes) == [
                "kent: block /emergency", "kent: replaced /emergency", "kent: added /harbour",
            ])
    }

    @Test func pagesThatNothingLeadsToAreListed() async throws {
        let changes = [
            "national/alone.md": SmallSite.page("Alone", body: "[Myself](/alone)"),
            "forces/kent/pages/harbour.md": SmallSite.page("Harbour", body: "x"),
            "national/linked.md": SmallSite.page("Linked", body: "x"),
            "national/emergency.md": SmallSite.page(
                "Emergency", body: "## Call {{site.signposts.emergency}}\n[x](/linked)"),
        ]
        #expect(
            try await Self.items(.unlinked, changes) == [
                "/alone: no page of 2 sites leads to it", "/harbour: no page of the site of kent leads to it",
            ])
    }

    @Test func pagesThatAreMuchHarderThanOthersAreListed() async throws {
        let easy = String(repeating: "The cat sat on the mat and saw a dog. ", count: 12)
        let hard = String(repeating: "Administrative reconsideration necessitates documentation. ", count: 30)
        var changes = ["national/hard.md": SmallSite.page("Hard", body: hard)]
        for number in 1...8 { changes["national/e\(number).md"] = SmallSite.page("E\(number)", body: easy) }
        let items = try await Self.items(.hard, changes)
        #expect(items.count == 1 && items[0].hasPrefix("Content/national/hard.md: reading ease -"))
        #expect(items[0].hasSuffix("4 words a sentence"))
    }

    @Test func factsAreListedTheOldestFirst() async throws {
        let facts = """
            b: { value: 20 days, source: An Act, reviewed: 2026-01-01, review-by: 2027-01-01 }
            a: { value: 10 days, source: An Act, reviewed: 2026-02-01, review-by: 2027-01-01 }
            """
        let page = SmallSite.page("Other", body: "{{site.facts.a}} {{site.facts.b}}")
        #expect(
            try await Self.items(.fact, ["facts.yml": facts, "national/other.md": page]) == [
                "emergency: 999: never looked up", "b: 20 days: looked up on 2026-01-01, An Act",
                "a: 10 days: looked up on 2026-02-01, An Act",
            ])
    }
}
