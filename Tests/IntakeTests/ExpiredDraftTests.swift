import CaseStore
import Forms
import TestSupport
import Testing

@testable import Intake

/// Answers that were kept as long as they are, and are gone: whoever comes back is told so.
@Suite struct ExpiredDraftTests {
    private static let told = "We no longer have your answers"

    @Test(arguments: ["what-happened", "check"])
    func whoeverComesBackIsTold(place: String) async throws {
        try await Filing.with("burglary") { filing in
            try await filing.fill()
            try await filing.intake.store.delete(filing.key, in: filing.force)
            let page = await filing.get(place)
            #expect(page.status == 409)
            #expect(page.html.source.contains(Self.told))
            #expect(page.html.source.contains("data-step=\"emergency\""), "and begins again at once")
            #expect(page.header("Set-Cookie")?.contains("Max-Age=0") == true, "once is enough")
            let sent = await filing.post("check", [])
            #expect(place == "what-happened" || sent.html.source.contains(Self.told))
        }
    }

    @Test func whatIsPostedThenIsKeptAndTheRestIsAskedAgain() async throws {
        try await Filing.with("burglary") { filing in
            try await filing.fill(before: "what-happened")
            try await filing.intake.store.delete(filing.key, in: filing.force)
            let fields = try filing.fields(of: "what-happened")
            let page = await filing.post("what-happened", fields)
            #expect(page.status == 409 && page.html.source.contains(Self.told))
            let pair = try #require(page.header("Set-Cookie")?.split(separator: ";").first)
            let cookie: Filing.Fields = [("HTTP_COOKIE", String(pair))]
            let again = await filing.post("emergency", [("happening-now", "no")], with: cookie)
            #expect(filing.place(again) == "what-happened")
            let kept = await filing.get("what-happened", with: cookie)
            #expect(kept.html.form?.served["premises"] == ["other"])
        }
    }

    @Test func nothingIsToldOfASensitiveForm() async throws {
        try await Filing.with("domestic-abuse") { filing in
            try await filing.fill(before: "who-for")
            try await filing.intake.store.delete(filing.key, in: filing.force)
            let page = await filing.get("who-for")
            #expect(page.status == 303 && page.header("Location") == "/report/domestic-abuse")
        }
    }

    @Test func whoeverHasSentTheReportFindsItsConfirmation() async throws {
        try await Filing.with("burglary") { filing in
            try await filing.fill()
            let record = try await filing.sendReport()
            let page = await filing.get("what-happened")
            #expect(page.status == 303)
            #expect(page.header("Location") == "/forms/burglary/done/\(record.reference)")
        }
    }
}
