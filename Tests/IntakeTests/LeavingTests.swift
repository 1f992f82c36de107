import CaseStore
import Forms
import Foundation
import SiteModel
import TestSupport
import Testing

@testable import Intake

/// Leaving a form: at once by the button of sensitive forms, and by an answer that leads to a page that helps better.
@Suite struct LeavingTests {
    private static let forgets = "soh=; Max-Age=0; Path=/forms/domestic-abuse; HttpOnly; SameSite=Lax"

    @Test func leavingDeletesTheDraftAndAllThatTheBrowserHolds() async throws {
        try await Filing.with("domestic-abuse") { filing in
            try await filing.fill(before: "wishes")
            let file = UploadTests.photo(in: "evidence")
            let added = try await filing.upload("wishes", filing.fields(of: "wishes"), [file])
            #expect(added.status == 303)
            #expect(try filing.filesUnderWay().count == 1)
            let page = await filing.get("wishes")
            let button = page.html.tags.first { $0.name == "form" && $0["class"] == "exit" }
            #expect(button?["action"] == "/forms/domestic-abuse/exit" && button?["method"] == "post")
            let left = await filing.intake.send("POST", "\(filing.root)/exit", body: "", filing.cookie)
            #expect(left.status == 303)
            let neutral = try #require(filing.intake.service.bundle.contents.neutralPage)
            #expect(left.header("Location") == neutral && !neutral.contains("police"))
            #expect(left.header("Set-Cookie") == Self.forgets)
            #expect(left.header("Clear-Site-Data") == "\"cache\", \"storage\"")
            #expect(left.header("Cache-Control") == "no-store")
            #expect(try await filing.draft() == nil)
            #expect(try filing.filesUnderWay().isEmpty)
            let back = await filing.get("wishes")
            #expect(back.status == 303 && back.header("Location") == "/report/domestic-abuse")
        }
    }

    @Test func whoeverHasNoDraftLeavesTheSameWay() async throws {
        try await Filing.with("domestic-abuse") { filing in
            let nonsense: Filing.Fields = [("HTTP_COOKIE", "soh=nonsense")]
            for headers in [[], nonsense, filing.cookie] {
                let left = await filing.post("exit", [], with: headers)
                #expect(left.status == 303)
                #expect(left.header("Set-Cookie") == Self.forgets && left.header("Clear-Site-Data") != nil)
            }
        }
    }

    /// A page of another site must not throw away what somebody wrote.
    @Test(arguments: ["cross-site", "same-site"])
    func anotherSiteLeavesForNobody(site: String) async throws {
        try await Filing.with("domestic-abuse") { filing in
            try await filing.fill(before: "who-for")
            let left = await filing.post("exit", [], with: filing.cookie + [("HTTP_SEC_FETCH_SITE", site)])
            #expect(left.status == 403)
            #expect(left.header("Set-Cookie") == nil && left.header("Clear-Site-Data") == nil)
            #expect(try await filing.draft() != nil)
        }
    }

    @Test(arguments: ["GET", "HEAD"])
    func nobodyLeavesByALink(method: String) async throws {
        try await Filing.with("domestic-abuse") { filing in
            try await filing.fill(before: "who-for")
            let reply = await filing.intake.send(method, "\(filing.root)/exit", filing.cookie)
            #expect(reply.status == 405)
            #expect(try await filing.draft() != nil)
        }
    }

    @Test func aStoreThatFailsKeepsNobody() async throws {
        try await Filing.with("domestic-abuse") { filing in
            let database = "\(filing.intake.folder)/store/gwent/drafts.sqlite"
            try FileManager.default.createDirectory(atPath: database, withIntermediateDirectories: true)
            let left = await filing.post("exit", [])
            #expect(left.status == 303 && left.header("Set-Cookie") == Self.forgets)
            #expect(left.header("Location") == filing.intake.service.bundle.contents.neutralPage)
        }
    }

    /// Of two people, one of whom goes back and chooses it once more.
    @Test func anExitByAnAnswerIsCountedAndTheDraftStays() async throws {
        try await Filing.with("domestic-abuse") { filing in
            let other = try Filing("domestic-abuse", in: filing.intake)
            for person in [filing, other, filing] {
                try await person.fill(before: "who-for")
                let out = await person.post("emergency", [("danger-now", "yes")])
                #expect(out.status == 303 && out.header("Location") == "/emergency")
            }
            let back = await filing.get("emergency")
            #expect(back.status == 200 && back.html.form?.served["danger-now"] == ["yes"])
            let goesOn = await filing.post("emergency", [("danger-now", "no")])
            #expect(filing.place(goesOn) == "who-for")
            let exits = try await filing.intake.store.exits(in: filing.force)
            try #require(exits.count == 1)
            let step = try #require(StepID(rawValue: "emergency"))
            let page = try #require(PagePath("/emergency"))
            #expect(exits[0].way == ExitCount.Way(form: filing.form, step: step, page: page))
            #expect(exits[0].day == CalendarDate(iso: "2026-09-21") && exits[0].count == 3)
        }
    }

    /// 23:30 in Greenwich is half past midnight of the next day in London, in summer.
    @Test func eachExitOfEachDayInLondonIsCountedByItself() async throws {
        try await Filing.with("stalking") { filing in
            let late = Date(timeIntervalSince1970: 1_790_033_400)
            let night = try Filing("stalking", in: try filing.intake.reopened(floor: 0, at: late))
            for person in [filing, night] {
                _ = await person.post("emergency", [("danger-now", "yes")])
                try await person.fill(before: "who-for")
                let once = try await person.post("who-for", person.fields(of: "who-for", ["how-often": "once"]))
                #expect(once.header("Location") == "/report")
            }
            let exits = try await filing.intake.store.exits(in: filing.force)
            let told = exits.map { "\($0.day) \($0.way.step) \($0.way.page) \($0.count)" }
            #expect(
                told == [
                    "2026-09-21 emergency /emergency 1", "2026-09-21 who-for /report 1",
                    "2026-09-22 emergency /emergency 1", "2026-09-22 who-for /report 1",
                ])
        }
    }

    @Test func aStepThatLeadsNowhereElseIsNotCounted() async throws {
        try await Filing.with("domestic-abuse") { filing in
            try await filing.fill(before: "what-happens", ["danger-now": "yes"])
            let later = try await filing.post("who-for", filing.fields(of: "who-for"))
            #expect(later.header("Location") == "/emergency", "the answer before it still leads out")
            let unanswered = await filing.post("emergency", [])
            #expect(unanswered.status == 422)
            let goesOn = await filing.post("emergency", [("danger-now", "no")])
            #expect(goesOn.status == 303)
            #expect(try await filing.intake.store.exits(in: filing.force).isEmpty)
        }
    }
}
