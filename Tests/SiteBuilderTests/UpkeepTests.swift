import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

/// What the dates of a page do to it.
@Suite struct UpkeepTests {
    private func run(_ keys: [String], on day: String) async throws -> SmallSite.Run {
        let page = SmallSite.page("Some", keys: keys, body: "x")
        return try await SmallSite.run(["national/some.md": page], asOf: SmallSite.day(day))
    }

    @Test(
        arguments: [
            (["draft: yes"], "2026-03-02", false), (["draft: no"], "2026-03-02", true),
            (["publish-on: 2026-03-02"], "2026-03-01", false), (["publish-on: 2026-03-02"], "2026-03-02", true),
            (["publish-on: 2026-03-02"], "2026-03-03", true), (["expires-on: 2026-03-02"], "2026-03-01", true),
            (["expires-on: 2026-03-02"], "2026-03-02", false), (["expires-on: 2026-03-02"], "2026-03-03", false),
            (["publish-on: 2026-03-02", "expires-on: 2026-03-03"], "2026-03-02", true),
            (["publish-on: 2026-03-02", "expires-on: 2026-03-03"], "2026-03-03", false),
            (["publish-on: 2026-03-02", "draft: yes"], "2026-03-03", false),
        ] as [([String], String, Bool)])
    func aPageStandsOnTheSiteInItsTime(keys: [String], day: String, isThere: Bool) async throws {
        let run = try await run(keys, on: day)
        #expect(run.faults == [])
        for path in ["gwent/some.html", "gwent/cy/some.html", "kent/some.html"] {
            #expect((run.output[path] != nil) == isThere, "\(path)")
        }
    }

    @Test(arguments: [
        ("draft: yes", "is a draft"), ("publish-on: 2026-03-03", "is not published before 2026-03-03"),
        ("expires-on: 2026-03-01", "expired on 2026-03-01"),
    ])
    func aLinkToAPageThatIsNotThereSaysWhy(key: String, reason: String) async throws {
        let run = try await SmallSite.run(
            [
                "national/some.md": SmallSite.page("Some", keys: [key], body: "x"),
                "national/emergency.md": SmallSite.page("Emergency", body: "[x](/some)"),
            ], asOf: SmallSite.day("2026-03-02"))
        #expect(
            run.faults == [
                "Content/national/emergency.md:4:1: '/some' is not on 2 sites, gwent among them: it \(reason) | "
                    + "write '[…](/some){optional}', or limit this page with 'only' or 'except'"
            ])
    }

    @Test(arguments: [("2026-03-01", false), ("2026-03-02", false), ("2026-03-03", true)])
    func aReviewIsOverdueTheDayAfter(day: String, isOverdue: Bool) async throws {
        let run = try await run(["owner: the web team", "review-by: 2026-03-02"], on: day)
        let warning =
            "Content/national/some.md:2:1: this page was to be reviewed by 2026-03-02 | "
            + "ask the web team to read it again, and set a new 'reviewed' and 'review-by'"
        #expect(run.faults == (isOverdue ? [warning] : []))
        #expect(!run.report.hasErrors && run.output["kent/some.html"] != nil)
    }

    @Test func nobodyIsAskedToReadWhatIsNotThere() async throws {
        let draft = try await run(["review-by: 2026-03-02", "draft: yes"], on: "2026-03-03")
        let expired = try await run(["review-by: 2026-03-02", "expires-on: 2026-03-03"], on: "2026-03-03")
        #expect(draft.faults == [] && expired.faults == [])
    }

    @Test func aWarningKeepsAStrictBuildFromBeingPublished() async throws {
        var changes = SmallSite.withoutWelsh
        changes["national/some.md"] = SmallSite.page("Some", keys: ["review-by: 2026-03-02"], body: "x")
        let onTime = try await SmallSite.run(changes, asOf: SmallSite.day("2026-03-02")) { $0.strict = true }
        #expect(onTime.report.isEmpty && onTime.output["kent/some.html"] != nil)
        let late = try await SmallSite.run(changes, asOf: SmallSite.day("2026-03-03")) { $0.strict = true }
        #expect(late.faults.count == 1 && !late.report.hasErrors)
        #expect(late.output.isEmpty)
    }

    @Test func thePageTellsWhenItWasReviewed() async throws {
        let words = { (language: String, months: String) in
            SmallSite.strings(language: language).replacing("\"dates.day\"", with: "\"{day} {month} {year}\"")
                .replacing("\"months.3\"", with: months)
        }
        let run = try await SmallSite.run(
            [
                "strings.en.yml": words("English", "March"), "strings.cy.yml": words("Cymraeg", "Mawrth"),
                "national/index.md": SmallSite.page("Home", keys: ["reviewed: 2026-03-02"], body: "x"),
            ], asOf: SmallSite.day("2026-03-02"))
        #expect(run.faults == [])
        #expect(run.text("kent/index.html").contains("<i>2 March 2026</i>"))
        #expect(run.text("gwent/cy/index.html").contains("<i>2 Mawrth 2026</i>"))
        #expect(!run.text("kent/emergency.html").contains("<i>"))
    }

    static let faults: [([String], String)] = [
        (
            ["reviewed: 2026-03-03"],
            "2:1: this page was reviewed on 2026-03-03, which is yet to come | "
                + "set 'reviewed' to the day when it was read"
        ),
        (
            ["publish-on: 2026-03-01", "expires-on: 2026-03-01"],
            "4:13: the page would expire before it is published | let 'expires-on' be later than 'publish-on'"
        ),
        (
            ["reviewed: 2026-03-01", "review-by: 2026-03-01"],
            "4:12: the next review would be before the last one | let 'review-by' be later than 'reviewed'"
        ),
        (["publish-on: 1 March"], "3:13: '1 March' is not a day | write it as 2027-03-01"),
        (["expires-on: 2026-02-29"], "3:13: '2026-02-29' is not a day | write it as 2027-03-01"),
        (["draft: maybe"], "3:8: 'maybe' is neither yes nor no"),
    ]

    @Test(arguments: faults)
    func datesThatCannotBeAreTold(keys: [String], fault: String) async throws {
        let run = try await run(keys, on: "2026-03-01")
        #expect(run.faults == ["Content/national/some.md:\(fault)"])
    }

    @Test(arguments: [("2026-03-01", false), ("2026-03-02", true), ("2026-03-03", true)])
    func anExpiredSecurityContactIsAWarning(day: String, isExpired: Bool) async throws {
        let site =
            (SmallSite.content.files["site.yml"] ?? "")
            + "\nsecurity: { contact: mailto:security@example.org, expires: 2026-03-02 }"
        let run = try await SmallSite.run(["site.yml": site], asOf: SmallSite.day(day))
        let warning =
            "Content/site.yml: the security contact expired on 2026-03-02 | "
            + "make sure that somebody reads it, and set a new 'expires'"
        #expect(run.faults == (isExpired ? [warning] : []))
        #expect(!run.output.isEmpty)
    }
}
