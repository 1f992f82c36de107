import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct CaseExportTests {
        private static let who = ["--as", "PC 9", "--purpose", "court"]

        @Test func whatIsExportedIsNotedWithWhoAndWhy() async throws {
            try await Casework.with { work in
                let one = try await work.accept(try SampleReport.make())
                let two = try await work.accept(try SampleReport.make(after: 1))
                let away = try await work.accept(try SampleReport.make(), for: "kent")
                func references(_ json: String) throws -> [String] {
                    try json.split(separator: "\n").compactMap {
                        try (JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["reference"]
                            as? String
                    }
                }
                let all = try await work.output(["export"] + Self.who)
                #expect(try references(all) == [two, one, away].map(\.description))
                let named = try await work.output(["export", "\(away)", "\(one)"] + Self.who)
                #expect(try references(named) == [away, one].map(\.description))
                let first = try await work.output(["export", "--limit", "1", "--status", "new"] + Self.who)
                #expect(try references(first) == [two.description])
                for reference in [one, two] {
                    let events = try await work.events(of: reference)
                    #expect(events.map(\.kind) == [.exported, .exported])
                    #expect(events.allSatisfy { $0.access == Access(by: "PC 9", purpose: "court") })
                }
                let shown = try await work.output(["show", "\(one)", "--format", "json"])
                let isAsShown = all.contains(shown)
                #expect(isAsShown, "an exported case has the shape that a shown one has")
            }
        }

        @Test func whereOneCaseIsNotThereNoneIsExported() async throws {
            try await Casework.with { work in
                let reference = try await work.accept(try SampleReport.make())
                let missing = "GWE-BUR-7K3M-Q9ZT-01VX-8"
                let refused = try await work.soh(["export", "\(reference)", missing, "--output", "\(work.folder)/out"])
                #expect(refused.status == 1 && refused.output == "")
                #expect(refused.errors == "soh: the store has no case \(missing)\n")
                #expect(try FileManager.default.contentsOfDirectory(atPath: work.folder) == ["store"])
                #expect(try await work.events(of: reference) == [])
            }
        }

        /// Case 24: a document of texts that would do something, were they not taken for texts.
        @Test func case24ADocumentIsInert() async throws {
            let texts = [
                "<svg onload=alert(1)>", "</dd></dl><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                "' autofocus onfocus='alert(1)", "&lt;svg&gt;", "<!--", "]]>", "\"\u{301}><svg onload=alert(1)>",
                "</title></style><link rel=stylesheet href=//evil>", "a\r\n<base href=//evil>", "\u{1B}[31m\u{202E}",
            ]
            let all = texts.joined(separator: "\n")
            try await Casework.with { work in
                let force = try SampleReport.force("gwent")
                var form = try SampleReport.form()
                form.steps[0].title = LocalizedText(all)
                form.steps[0].questions[1].label = LocalizedText(all)
                var submission = try SampleReport.make(all, definition: form)
                submission.person = Person(name: all, email: all, phone: all, address: all, born: all)
                submission.clocks = [Clock(label: all, due: SampleReport.time)]
                submission.files = [try await work.receive(Array("<svg>".utf8), name: all, type: all)]
                let reference = try await work.accept(submission)
                let access = Access(by: all, purpose: all)
                _ = try await work.store.note(all, on: reference, in: force, by: access)
                _ = try await work.store.hold(reference, because: all, in: force, by: access)
                let html = try await work.output(["export", "\(reference)", "--format", "html"] + Self.who)
                let page = HTMLPage(html)
                let known: Set = [
                    "html", "head", "meta", "title", "style", "body", "h1", "h2", "dl", "dt", "dd", "br", "table",
                    "tr", "th", "td",
                ]
                #expect(Set(page.tags.map(\.name)).subtracting(known) == [])
                let attributes = Set(page.tags.flatMap { $0.attributes.keys })
                #expect(attributes.subtracting(["lang", "charset", "http-equiv", "content", "dir", "scope"]) == [])
                #expect(!html.contains("<!--") && !html.contains("\u{1B}") && !html.contains("\u{202E}"))
                #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'"))
                #expect(html.contains("size: A4") && page.text(of: "title") == reference.description)
                #expect(html.contains("&lt;svg onload=alert(1)&gt;") && html.contains("&amp;lt;svg&amp;gt;"))
                let digest = try #require(submission.files.first?.file.sha256)
                #expect(html.contains("<td dir=\"auto\">\(digest)</td>"))
                #expect(html.contains("<td dir=\"auto\">exported</td><td dir=\"auto\">PC 9 (court)</td>"))
            }
        }
    }
}
