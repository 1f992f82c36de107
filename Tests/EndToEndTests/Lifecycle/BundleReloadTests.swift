import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// What is published while the intake runs.
    @Suite struct BundleReloadTests {
        @Test func anotherBundleTakesOverAndADamagedOneDoesNot() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let (before, _) = try await JourneyTests.walk(&browser, from: "/report/burglary", until: "place")
                #expect(before.html.text(of: "title")?.contains("Report a burglary") == true)
                try await desk.publish(titled: "Report a break-in")
                var another = desk.browser("gwent")
                try await Self.expectLine("another bundle is served", at: desk)
                let (place, _) = try await JourneyTests.walk(&another, from: "/report/burglary", until: "place")
                #expect(place.html.text(of: "title")?.contains("Report a break-in") == true)
                // The draft that was under way goes on as it began.
                let next = try await browser.submit(try #require(before.html.form))
                #expect(next.html.form?.step == "timing")

                let live = "\(desk.folder)/public/intake/current"
                let current = try FileManager.default.destinationOfSymbolicLink(atPath: live)
                let damaged = "\(desk.folder)/public/intake/damaged"
                try FileManager.default.copyItem(atPath: "\(desk.folder)/public/intake/\(current)", toPath: damaged)
                try Data("{}".utf8).write(to: URL(filePath: "\(damaged)/bundle.json"))
                try FileManager.default.removeItem(atPath: live)
                try FileManager.default.createSymbolicLink(atPath: live, withDestinationPath: "damaged")
                try await Self.expectLine("a bundle was refused", at: desk)
                #expect(try await another.get("/search?q=break-in").status == 200)
                let (done, _) = try await JourneyTests.walk(&browser, from: next.url)
                #expect(done.html.text(of: "output", id: "reference") != nil)
            }
        }

        /// Waits for a line of the log about what the intake does by itself within a second, and longer on a machine that
        /// is busy.
        private static func expectLine(_ text: String, at desk: FrontDesk) async throws {
            for _ in 0..<200 {
                let log = try String(contentsOfFile: "\(desk.folder)/intake.log", encoding: .utf8)
                if log.contains(text) { return }
                try await Task.sleep(for: .milliseconds(100))
            }
            throw FrontDesk.Failure(text: "the log never told '\(text)'")
        }
    }
}
