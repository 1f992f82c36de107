import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Nothing that a citizen types is anywhere but in the case: not in a log, a metric, an error or a temporary file.
    @Suite struct PrivacyTests {
        /// How many ways through each form are walked.
        private static let ways = 2
        /// What is shorter may be anything.
        private static let shortest = 6

        @Test func noAnswerOfAnyJourneyIsLeftAnywhere() async throws {
            let metrics = "/tmp/soh-metrics-\(UUID().uuidString.prefix(8))"
            let options = ["--log", "json", "--log-level", "debug", "--metrics", "unix:\(metrics)"]
            try await FrontDesk.with(options: options) { desk in
                var typed: Set<String> = []
                var references: Set<String> = []
                let (forms, urls) = try PublishedForm.all(of: "gwent", in: desk.folder)
                for page in ["/report/burglary", "/report/streetsafe"] {
                    var browser = desk.browser("gwent")
                    let (_, answers) = try await JourneyTests.walk(&browser, from: page)
                    // What is chosen from a list is no word.
                    typed.formUnion(answers.values.filter { $0.contains(" ") || $0.contains("@") })
                }
                for form in forms {
                    let page = try #require(urls[.english]?[form.page])
                    for walk in Walks.through(form.definition, limit: Self.ways, today: WalkTests.today) {
                        let end = try await WalkTests.follow(walk, of: form, from: page, at: desk, .english) {
                            if $0.utf8.count >= Self.shortest { typed.insert($0) }
                        }
                        if let reference = end.html.text(of: "output", id: "reference") { references.insert(reference) }
                    }
                }
                #expect(typed.count > 20 && references.count > 10)
                try await Self.giveUp(at: desk)
                try await Self.fail(at: desk)
                let page = try HTTPResponse(
                    await PeerAddress.unix(metrics).exchange(Array("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".utf8)))
                Self.expectCounts(page.body, reports: references.count)
                var places = try Self.traces(in: desk.folder)
                places["metrics"] = Data(page.body.utf8)
                #expect(places["intake.log"]?.isEmpty == false && places["logs/soh-access.log"]?.isEmpty == false)
                #expect(places.keys.contains { $0.hasSuffix("drafts.sqlite") })
                for (path, bytes) in places {
                    for secret in typed.union(["marker"]) where bytes.firstRange(of: Data(secret.utf8)) != nil {
                        Issue.record("'\(secret)' is in \(path)")
                    }
                    guard !path.hasPrefix("store/") else { continue }
                    for reference in references where bytes.firstRange(of: Data(reference.utf8)) != nil {
                        Issue.record("a reference is in \(path)")
                    }
                    let isAnonymousTold = path != "metrics" && bytes.firstRange(of: Data("streetsafe".utf8)) != nil
                    #expect(!isAnonymousTold, "a line in \(path) tells when an anonymous form was used")
                }
            }
        }

        /// Leaves a draft behind with files in it, one form by its exit, and a search.
        private static func giveUp(at desk: FrontDesk) async throws {
            var browser = desk.browser("gwent")
            let (place, _) = try await JourneyTests.walk(
                &browser, from: "/report/burglary", ["address-line-1": "marker"], until: "place")
            _ = try await browser.submit(try #require(place.html.form), ["address-line-1": "marker"])
            _ = try await browser.post("/forms/burglary/exit", "")
            _ = try await browser.get("/search?q=marker")
            var another = desk.browser("gwent")
            _ = try await JourneyTests.walk(&another, from: "/report/burglary", until: "check")
        }

        /// Makes a store fail under a report.
        private static func fail(at desk: FrontDesk) async throws {
            try FileManager.default.createDirectory(
                atPath: "\(desk.folder)/store/kent/cases.sqlite", withIntermediateDirectories: true)
            var browser = desk.browser("kent")
            let form = try #require(try await browser.get("/report/streetsafe").html.form)
            let failed = try await browser.submit(form, ["road": "marker", "town": "marker"])
            #expect(failed.status == 503)
            for (uri, body) in [("/forms/burglary/place", "marker=%FF"), ("/forms/nope/place", "marker=1")] {
                let refused = try await browser.post(uri, body, headers: ["Referer": "http://kent.localhost/marker"])
                #expect(refused.status >= 400)
            }
        }

        private static func expectCounts(_ page: String, reports: Int) {
            let lines = page.split(separator: "\n").map(String.init)
            let accepted = lines.filter { $0.hasPrefix("soh_reports_accepted_total{force=\"gwent\"") }
            let sum = accepted.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
            #expect(sum >= reports)
            for name in [
                "soh_requests_total{route=\"step\",status=\"303\"} ",
                "soh_request_seconds_bucket{route=\"check\",le=\"+Inf\"} ",
                "soh_commit_submissions_count ", "soh_drafts{force=\"gwent\"} ", "soh_spool_bytes{force=\"gwent\"} ",
                "soh_wal_bytes{force=\"gwent\"} ", "soh_store_free_bytes ",
                "soh_form_exits_total{form=\"burglary\",step=\"place\",way=\"exit\"} 1",
                "soh_form_exits_total{form=\"burglary\",step=\"emergency\",way=\"advice\"} ",
            ] {
                #expect(lines.contains { $0.hasPrefix(name) }, "\(name)")
            }
        }

        /// Everything that was written, but for the cases and what is published.
        private static func traces(in folder: String) throws -> [String: Data] {
            try FileTree.read(folder).filter { path, _ in
                !path.hasPrefix("public/") && !path.contains("/cases.sqlite") && !path.contains("/evidence/")
                    && !path.hasSuffix(".conf")
            }
        }
    }
}
