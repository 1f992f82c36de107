import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Case 24: texts that would do something, were they not taken for texts.
    @Suite struct HostileTextTests {
        private static let texts = [
            // Formulas of spreadsheets.
            "=cmd|'x'!A1", "+1+1", "-2+3", "@SUM(A1:A9)", "\t=1+1",
            // Markup, and what ends the markup around it.
            "<svg onload=alert(1)>", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
            "' autofocus onfocus='alert(1)", "</textarea></p></dd><svg onload=alert(1)>", "&lt;svg onload=alert(1)&gt;",
            "<!--", "{{words.check.title}}", "\"\u{301}><svg onload=alert(1)>",
            // Lines that pose as lines of ours.
            "a\r\nSet-Cookie: evil=1\r\n\r\n<svg onload=alert(1)>", "a\n  status    closed\rb", "a\u{85}b\u{2028}c",
            // What steers a terminal.
            "\u{1B}[2J\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{7F}\u{8}\u{8}x",
            "\u{202E}txt.exe\u{2066}",
        ]

        @Test func case24ATextOfOneLineIsInertAndStoredAsItIs() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let form = try #require(try await browser.get("/report/streetsafe").html.form)
                for text in Self.texts {
                    let faulty = try await browser.submit(form, ["road": text, "town": ""])
                    #expect(faulty.status == 422)
                    Self.expectInert(faulty.html, text)
                    #expect(faulty.html.form?.served["road"].map { $0.map { Array($0.utf8) } } == [Array(text.utf8)])
                    let done = try await browser.submit(form, ["road": text, "town": text])
                    let reference = try #require(done.html.text(of: "output", id: "reference"))
                    let shown = try await Program.run(
                        "soh", ["cases", "show", reference, "--store", "\(desk.folder)/store"])
                    Self.expectPlain(shown.output, text)
                }
                let places = try await desk.cases().compactMap { $0["answers"] as? [String: [String: Any]] }
                let roads = places.compactMap { $0["place"]?["road"] as? String }.map { Array($0.utf8) }
                #expect(roads.count == Self.texts.count && Set(roads) == Set(Self.texts.map { Array($0.utf8) }))
                let listed = try await Program.run("soh", ["cases", "list", "--store", "\(desk.folder)/store"])
                #expect(listed.output.split(separator: "\n").count == Self.texts.count)
                Self.expectPlain(listed.output, "the list")
            }
        }

        @Test func case24ATextOfManyLinesIsInertWhereItIsCheckedAndShown() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let text = Self.texts.joined(separator: "\r\n")
                let (check, _) = try await JourneyTests.walk(
                    &browser, from: "/report/burglary", ["way-in": text], until: "check")
                Self.expectInert(check.html, "the check page")
                #expect(check.html.source.contains("&lt;svg onload=alert(1)&gt;"))
                #expect(
                    check.html.source.contains("&amp;lt;svg onload=alert(1)&amp;gt;"), "what was an entity stays text")
                #expect(check.html.source.contains("{{words.check.title}}"), "what was a template stays text")
                let sent = try await browser.submit(try #require(check.html.form))
                let reference = try #require(sent.html.text(of: "output", id: "reference"))
                #expect(!sent.headers.contains { $0.value.contains("evil") })
                let stored = try #require(try await desk.cases().first?["answers"] as? [String: [String: Any]])
                let wayIn = try #require(stored["entry"]?["way-in"] as? String)
                #expect(Array(wayIn.utf8) == Array(text.utf8))
                let shown = try await Program.run(
                    "soh", ["cases", "show", reference, "--store", "\(desk.folder)/store"])
                Self.expectPlain(shown.output, "the case")
                for line in shown.output.split(separator: "\n") where line.contains("evil") || line.contains("closed") {
                    #expect(line.hasPrefix("    "), "a line that was typed stands among the answers")
                }
            }
        }

        /// What goes wrong is logged, and what was typed is not.
        @Test func case24NothingThatWasTypedIsLogged() async throws {
            try await FrontDesk.with { desk in
                // A folder where the database belongs: the store of this force cannot be opened.
                try FileManager.default.createDirectory(
                    atPath: "\(desk.folder)/store/kent/cases.sqlite", withIntermediateDirectories: true)
                var browser = desk.browser("kent")
                let form = try #require(try await browser.get("/report/streetsafe").html.form)
                for text in Self.texts {
                    let failed = try await browser.submit(form, ["road": "marker\(text)", "town": "marker\(text)"])
                    #expect(failed.status == 503)
                    Self.expectInert(failed.html, text)
                }
                let log = try String(contentsOfFile: "\(desk.folder)/intake.log", encoding: .utf8)
                #expect(log.split(separator: "\n").count >= Self.texts.count, "each failure is told")
                #expect(!log.contains("marker"))
                Self.expectPlain(log, "the log")
                for (path, bytes) in try FileTree.read("\(desk.folder)/logs") {
                    #expect(!String(decoding: bytes, as: UTF8.self).contains("marker"), "\(path)")
                }
            }
        }

        /// Nothing of a text has become markup.
        private static func expectInert(
            _ page: HTMLPage, _ text: String, at location: SourceLocation = #_sourceLocation
        ) {
            let events = ["onload", "onerror", "onfocus"]
            let isLive = page.tags.contains { tag in
                // What is wrong takes the focus.
                let takesFocus = tag["autofocus"] != nil && tag["role"] != "alert"
                return takesFocus || ["svg", "img"].contains(tag.name) || events.contains { tag[$0] != nil }
            }
            #expect(!isLive, "\(text)", sourceLocation: location)
            #expect(!page.source.contains("<script>alert"), "\(text)", sourceLocation: location)
            #expect(!page.source.contains("<!--"), "\(text)", sourceLocation: location)
        }

        /// Nothing in it steers a terminal.
        private static func expectPlain(
            _ output: String, _ text: String, at location: SourceLocation = #_sourceLocation
        ) {
            let steering = output.unicodeScalars.filter { scalar in
                scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
            }
            #expect(steering.isEmpty, "\(text)", sourceLocation: location)
        }
    }
}
