import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The intake, talked to by FastCGI clients that others wrote. nginx is another: see `JourneyTests`.
    @Suite struct ResponderPeerTests {
        @Test(arguments: FastCGIPeer.allCases)
        func aPageIsAnsweredOrLeadsOn(peer: FastCGIPeer) async throws {
            try await Self.withIntake { folder in
                let search = try await peer.send("GET", "/search?q=burglary", to: "\(folder)/s")
                #expect(search.head.first == "Status: 200 OK")
                #expect(search.head.contains("Content-Type: text/html; charset=utf-8"))
                #expect(search.body.hasPrefix("<!DOCTYPE html>") && search.body.hasSuffix("</html>\n"))
                #expect(search.body.contains("<mark>burglary</mark>"))
                let early = try await peer.send("GET", "/forms/burglary/about-you", to: "\(folder)/s")
                #expect(
                    early.head == ["Status: 303 See Other", "Location: /report/burglary", "Cache-Control: no-store"],
                    "a step that is not open yet")
                #expect(early.body == "")
                let missing = try await peer.send("GET", "/forms/nope/place", to: "\(folder)/s")
                #expect(missing.head.first == "Status: 404 Not Found" && missing.body.hasSuffix("</html>\n"))
            }
        }

        @Test(arguments: FastCGIPeer.allCases)
        func aReportBecomesACase(peer: FastCGIPeer) async throws {
            try await Self.withIntake { folder in
                let form = try FrontDesk.publishedForm(in: folder)
                let answer = try await peer.send("POST", form.action, body: form.encoded(), to: "\(folder)/s")
                #expect(answer.head.first == "Status: 303 See Other")
                let front = "Location: /forms/streetsafe/done/"
                let location = try #require(answer.head.first { $0.hasPrefix(front) })
                let listed = try await Program.run("soh", ["cases", "list", "--store", "\(folder)/store"])
                #expect(listed.output.hasPrefix(location.dropFirst(front.count)))
                #expect(listed.output.split(separator: "\n").count == 1)
            }
        }

        @Test(arguments: FastCGIPeer.allCases)
        func aLongBodyComesBackWhole(peer: FastCGIPeer) async throws {
            try await Self.withIntake { folder in
                let form = try FrontDesk.publishedForm(in: folder)
                // No two places of it are the same, so that a record lost or doubled is seen.
                let numbers = (0..<50_000).map(String.init).joined(separator: " ")
                let road = String(numbers.prefix(peer.longestBody))
                let body = form.encoded(["road": road, "town": "  "])
                let answer = try await peer.send("POST", form.action, body: body, to: "\(folder)/s")
                #expect(answer.head.first == "Status: 422 Unprocessable Content")
                #expect(answer.body.hasPrefix("<!DOCTYPE html>") && answer.body.hasSuffix("</html>\n"))
                let page = HTMLPage(answer.body)
                #expect(page.errors.map(\.message).contains("Enter the town or postcode"))
                let again = try #require(page.form).served["road"]
                #expect(again?.map(\.utf8.count) == [road.utf8.count])
                // Only whether: nobody wants to read both.
                let isSame = again == [road]
                #expect(isSame)
            }
        }

        private static func withIntake(_ body: (_ folder: String) async throws -> Void) async throws {
            try await withTemporaryFolder { folder in
                let built = try await Program.run("soh", ["build", "--output", "\(folder)/public"])
                #expect(built.status == 0)
                let intake = try FrontDesk.startIntake(in: folder, listen: "unix:\(folder)/s")
                _ = try await intake.waitUntilReady()
                try await body(folder)
                #expect(try await intake.end(SIGINT) == 0)
            }
        }
    }
}
