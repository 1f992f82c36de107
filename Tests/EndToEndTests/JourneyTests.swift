import Foundation
import TestSupport
import Testing

/// Reports filed through a real nginx by a client that knows nothing but what the pages say.
extension EndToEnd {
    @Suite struct JourneyTests {
        @Test(arguments: [
            ("gwent", "/report/streetsafe", "en"), ("gwent", "/cy/rhoi-gwybod/streetsafe", "cy"),
            ("kent", "/report/streetsafe", "en"), ("btp", "/cy/rhoi-gwybod/streetsafe", "cy"),
            ("gwent", "/report/burglary", "en"), ("gwent", "/cy/rhoi-gwybod/bwrgleriaeth", "cy"),
        ])
        func aReportBecomesACase(force: String, page: String, language: String) async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser(force)
                let (done, typed) = try await Self.walk(&browser, from: page)
                let reference = try #require(done.html.text(of: "output", id: "reference"))
                let cases = try await desk.cases()
                #expect(cases.count == 1)
                let record = try #require(cases.first)
                #expect(record["reference"] as? String == reference)
                #expect(record["force"] as? String == force)
                #expect(record["language"] as? String == language)
                #expect(record["status"] as? String == "new" && record["channel"] as? String == "web")
                let answers = try #require(record["answers"] as? [String: [String: Any]])
                #expect(!answers.isEmpty)
                for (step, questions) in answers {
                    for (question, value) in questions {
                        guard let value = value as? String, let sent = typed["\(question)"] else { continue }
                        #expect(value == sent, "\(step).\(question)")
                    }
                }
                let shown = try await Program.run(
                    "soh", ["cases", "show", reference.lowercased(), "--store", "\(desk.folder)/store"])
                #expect(shown.status == 0 && shown.output.hasPrefix(reference))
            }
        }

        @Test func theIntakeIsReachedOverTCPAsWell() async throws {
            try await FrontDesk.with(listeningOnTCP: true) { desk in
                var browser = desk.browser("kent")
                let (done, _) = try await Self.walk(&browser, from: "/report/streetsafe")
                #expect(done.html.text(of: "output", id: "reference") != nil)
            }
        }

        @Test func somebodyInDangerIsSentToEmergencyAdvice() async throws {
            try await FrontDesk.with { desk in
                for (page, advice) in [
                    ("/report/burglary", "/emergency"), ("/cy/rhoi-gwybod/bwrgleriaeth", "/cy/argyfwng"),
                ] {
                    var browser = desk.browser("gwent")
                    let form = try #require(try await browser.get(page).html.form)
                    let next = try await browser.submit(form, ["happening-now": "yes"])
                    #expect(next.url == advice && next.status == 200)
                    #expect(next.html.source.contains("999"))
                }
                #expect(try await desk.cases().isEmpty)
            }
        }

        @Test func whatIsWrongIsSaidAndWhatWasTypedIsKept() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let form = try #require(try await browser.get("/report/streetsafe").html.form)
                let hostile = "=cmd|'x'!A1 <svg onload=alert(1)>\u{1B}[31m \"quoted\"\u{301}"
                let faulty = try await browser.submit(form, ["road": hostile, "town": "  "])
                #expect(faulty.status == 422)
                #expect(faulty.html.text(of: "title")?.hasPrefix("Error: ") == true)
                #expect(faulty.html.errors.map(\.message) == ["Enter the town or postcode"])
                let again = try #require(faulty.html.form)
                #expect(again.served["road"] == [hostile])
                #expect(!faulty.html.source.contains("<svg"))
                for error in faulty.html.errors {
                    #expect(faulty.html.tags.contains { $0["id"] == error.target }, "the link leads to a field")
                }
                let done = try await browser.submit(again, ["road": hostile, "town": "Newport"])
                #expect(done.html.text(of: "output", id: "reference") != nil)
                let answers = try #require(try await desk.cases().first?["answers"] as? [String: [String: Any]])
                #expect(answers["place"]?["road"] as? String == hostile, "what is stored is what was typed")
                let shown = try await Program.run("soh", ["cases", "list", "--store", "\(desk.folder)/store"])
                #expect(!shown.output.contains("\u{1B}"))
            }
        }

        @Test func answersCanBeChangedFromTheCheckPageAndAreAskedForOnce() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let (check, _) = try await Self.walk(&browser, from: "/report/burglary", until: "check")
                let change = try #require(
                    check.html.tags.first { $0.name == "a" && $0["href"]?.contains("/what-happened?change=1") == true })
                let step = try await browser.get(try #require(change["href"]))
                let form = try #require(step.html.form)
                #expect(form.served["premises"] == ["other"])
                let back = try await browser.submit(form, ["premises": "home"])
                #expect(back.html.form?.step == "check", "a change leads back to checking")
                #expect(back.html.source.contains("A home"))
                let sent = try await browser.submit(try #require(back.html.form))
                let reference = try #require(sent.html.text(of: "output", id: "reference"))
                let again = try await browser.submit(try #require(back.html.form))
                #expect(again.html.text(of: "output", id: "reference") == reference, "sent twice, it counts once")
                let record = try #require(try await desk.cases().first)
                let answers = try #require(record["answers"] as? [String: [String: Any]])
                #expect(answers["what-happened"]?["premises"] as? String == "home")
                #expect(
                    answers["what-happened"]?["premises-other"] == nil, "an answer no longer asked for is not stored")
                #expect(try await desk.cases().count == 1)
                let (second, _) = try await Self.walk(&browser, from: "/report/burglary")
                #expect(second.html.text(of: "output", id: "reference") != reference, "the next report is another case")
                #expect(try await desk.cases().count == 2)
            }
        }

        @Test func case25AMachineThatFillsWhatPeopleDoNotSeeIsToldAndTurnedNowhere() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let form = try #require(try await browser.get("/report/burglary").html.form)
                let next = try await browser.post(form.action, form.encoded() + "&website=spam")
                #expect(next.status == 303)
                let (done, _) = try await JourneyTests.walk(&browser, from: next.header("Location") ?? "")
                let reference = try #require(done.html.text(of: "output", id: "reference"))
                let shown = try await Program.run(
                    "soh", ["cases", "show", reference, "--store", "\(desk.folder)/store"])
                #expect(shown.output.contains("signals   honeypot"))
            }
        }

        @Test func aStepThatIsAskedForTooEarlyLeadsToTheFirstOneThatIsOpen() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                #expect(try await browser.get("/forms/burglary/about-you").url == "/report/burglary")
                let form = try #require(try await browser.get("/report/burglary").html.form)
                let second = try await browser.submit(form)
                #expect(second.html.form?.step == "what-happened")
                #expect(try await browser.get("/forms/burglary/about-you").html.form?.step == "what-happened")
                #expect(try await browser.get("/forms/burglary/check").html.form?.step == "what-happened")
            }
        }

        @Test func pagesThatAreNotThereAndBodiesThatMakeNoSenseHavePagesOfTheirOwn() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let missing = try await browser.get("/nowhere")
                #expect(missing.status == 404 && missing.html.text(of: "h1") == "There is no page here")
                let form = try await browser.post("/forms/nope/place", "a=1")
                #expect(form.status == 404 && form.html.text(of: "h1") == "There is no page here")
                let body = try await browser.post("/forms/streetsafe/place", "=%FF")
                #expect(body.status == 400 && body.html.text(of: "h1") == "We could not read what your browser sent")
            }
        }

        /// Fills whatever is asked for, step by step.
        ///
        /// - Parameter answers: What is typed, by field; anything that fits where nothing is given.
        /// - Returns: The confirmation, or the first page with a form of the step `end`; and what was typed.
        static func walk(
            _ browser: inout Browser, from url: String, _ answers: [String: String] = [:], until end: String? = nil
        ) async throws -> (Browser.Page, [String: String]) {
            var page = try await browser.get(url)
            var typed: [String: String] = [:]
            for _ in 0..<40 {
                guard let form = page.html.form, form.step != end else { return (page, typed) }
                for field in form.fields(answers) where !field.name.hasPrefix("_") { typed[field.name] = field.value }
                page = try await browser.submit(form, answers)
                try #require(page.status == 200, "\(form.step): \(page.html.errors)")
            }
            return (page, typed)
        }
    }
}
