import CaseSamples
import CaseStore
import Forms
import TestSupport
import Testing

/// What people do with a browser: several forms and tabs at once, the back button, and pages that lie open.
@Suite struct TwoTabsTests {
    /// The cookies of one browser, which sends each to the addresses below its path alone.
    private struct Cookies {
        private var pairs: [String: String] = [:]

        var paths: [String] { pairs.keys.sorted() }

        mutating func keep(from reply: Filing.Reply) throws {
            let parts = try #require(reply.header("Set-Cookie")).split(separator: ";").map(String.init)
            let path = try #require(parts.first { $0.hasPrefix(" Path=") })
            pairs[String(path.dropFirst(" Path=".count))] = parts[0]
        }

        func headers(for filing: Filing) -> Filing.Fields {
            pairs.filter { "\(filing.root)/".hasPrefix("\($0.key)/") }.map { ("HTTP_COOKIE", $0.value) }
        }
    }

    @Test func twoFormsAtOnceHaveDraftsOfTheirOwn() async throws {
        try await Filing.with("burglary") { burglary in
            let theft = try Filing("theft", in: burglary.intake)
            var browser = Cookies()
            for filing in [burglary, theft] {
                let begun = await filing.post(
                    "emergency", [("happening-now", "no")], with: browser.headers(for: filing))
                #expect(filing.place(begun) == "what-happened")
                try browser.keep(from: begun)
            }
            #expect(browser.paths == ["/forms/burglary", "/forms/theft"])
            for filing in [burglary, theft] {
                let page = await filing.get("what-happened", with: browser.headers(for: filing))
                #expect(page.status == 200 && page.html.form?.form == filing.form.rawValue)
            }
            let strange = await theft.get("what-happened", with: browser.headers(for: burglary))
            #expect(strange.status == 409, "the key to another form opens nothing")
            let left = await burglary.post("exit", [], with: browser.headers(for: burglary))
            #expect(left.status == 303)
            let gone = await burglary.get("what-happened", with: browser.headers(for: burglary))
            #expect(gone.status == 409)
            let stays = await theft.get("what-happened", with: browser.headers(for: theft))
            #expect(stays.status == 200)
        }
    }

    @Test func tabsOfOneFormFillOneDraftAndTheLastOfTwoCounts() async throws {
        try await Filing.with("burglary") { filing in
            try await filing.fill(before: "what-happened")
            let rows: [(place: String, answers: [String: String])] = [
                ("what-happened", ["premises": "home"]), ("people", [:]), ("what-happened", ["premises": "business"]),
            ]
            for row in rows {
                let posted = try await filing.post(row.place, filing.fields(of: row.place, row.answers))
                #expect(posted.status == 303)
                #expect(posted.header("Set-Cookie")?.hasPrefix("soh=\(filing.key.cookie);") == true)
            }
            #expect(try await filing.kept("premises", of: "what-happened") == ["business"])
            #expect(try await filing.kept("hurt", of: "people") == ["no"])
        }
    }

    @Test func whoeverGoesBackAndAnswersAgainKeepsWhatCameLater() async throws {
        try await Filing.with("burglary") { filing in
            try await filing.fill()
            let before = try await filing.draft()?.entries.count
            let old = await filing.get("what-happened")
            #expect(old.status == 200 && old.html.form?.served["premises"] == ["other"])
            let again = try await filing.post("what-happened", filing.fields(of: "what-happened", ["premises": "home"]))
            #expect(again.status == 303 && filing.place(again) == "people", "the page that came after it")
            #expect(try await filing.draft()?.entries.count == before)
            let record = try await filing.sendReport()
            #expect(record.answer(to: "premises", in: "what-happened") == .text("home"))
            #expect(record.answer(to: "hurt", in: "people") == .text("no"))
        }
    }

    @Test func answersThatAreNoLongerAskedForAreNoneOfTheCase() async throws {
        try await Filing.with("theft") { filing in
            try await filing.fill(["taken": "yes"])
            try await filing.fill(["1-aaaaaaaa", "2-aaaaaaaa"], of: "items")
            try await filing.save(["_another": ["no"]], for: "items")
            let check = await filing.get("check")
            #expect(check.html.source.contains("/forms/theft/items/2-aaaaaaaa"))
            let changed = try await filing.post("property?change=1", filing.fields(of: "property", ["taken": "no"]))
            #expect(filing.place(changed) == "check")
            #expect(try await filing.items(of: "items").count == 2, "whoever changes it back has them again")
            let record = try await filing.sendReport()
            #expect(record.answer(to: "taken", in: "property") == .text("no"))
            #expect(!record.answers.keys.contains { $0.rawValue == "items" })
        }
    }

    /// A page that lies open in another tab while the report is sent.
    @Test func aPageThatWasLeftOpenBeginsAnotherReport() async throws {
        try await Filing.with("burglary") { filing in
            try await filing.fill()
            let record = try await filing.sendReport()
            // The draft is still there where the intake was stopped between the case and its deletion.
            for isLeft in [false, true] {
                if isLeft { try await filing.fill() }
                let posted = try await filing.post("people", filing.fields(of: "people"))
                #expect(posted.status == 409 && posted.html.form?.step == "emergency")
                let cookie = try #require(posted.header("Set-Cookie"))
                #expect(!cookie.contains(filing.key.cookie), "it has a key of its own")
                #expect(try await filing.draft() == nil)
            }
            let again = await filing.post("check", [])
            #expect(again.status == 303 && filing.place(again) == "done/\(record.reference)")
            #expect(try await filing.intake.store.allCases(in: filing.force).count == 1)
        }
    }
}
