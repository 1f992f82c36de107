import TestSupport
import Testing

@testable import SiteBuilder

/// Welsh that no translator has reviewed says so to authors, and to nobody else.
@Suite struct TranslatorReviewTests {
    private static func run(reviewed: Bool, preview: Bool) async throws -> SmallSite.Run {
        let keys = reviewed ? ["reviewed: 2026-01-01"] : []
        return try await SmallSite.run([
            "national/index.cy.md": SmallSite.page("Hafan", keys: keys, body: "x"),
            "Templates/page.mustache":
                "<h1>{{title}}</h1>{{#awaiting}}AWAITING{{/awaiting}}{{{body}}}{{#form}}{{> form/form}}{{/form}}",
        ]) { $0.preview = preview }
    }

    @Test(arguments: [(false, true, true), (false, false, false), (true, true, false)])
    func onlyAPreviewSaysSo(reviewed: Bool, preview: Bool, says: Bool) async throws {
        let run = try await Self.run(reviewed: reviewed, preview: preview)
        #expect(run.faults == [])
        #expect(run.text("gwent/cy/index.html").contains("AWAITING") == says)
        #expect(!run.text("gwent/index.html").contains("AWAITING"), "English is nobody's translation")
    }

    @Test func aPageThatIsShownInEnglishIsNoTranslation() async throws {
        let run = try await Self.run(reviewed: false, preview: true)
        #expect(!run.text("gwent/cy/report/theft.html").contains("AWAITING"))
    }
}
