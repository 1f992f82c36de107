import Foundation
import TestSupport
import Testing

/// The sites in a real browser, as `Browser/` tells it: journeys with and without scripts, by keyboard, and through the
/// eyes of axe-core and of the Nu HTML checker. Pictures stay in `.build/screenshots`. It runs beside the other tests that
/// start programs: a browser waits most of the time.
@Suite(.serialized) struct BrowserTests {
    private static let scenarios = ["journeys", "access", "keyboard", "controls", "markup", "pictures", "script"]
    private static let tests = "\(Program.root)/Tests/EndToEndTests/Browser"

    @Test(arguments: scenarios)
    func theSitesServeWhoeverComes(scenario: String) async throws {
        try await FrontDesk.with { desk in
            let outcome = try await Self.python([
                scenario, "--base", "http://{force}.localhost:\(desk.port)", "--artefacts",
                "\(Program.root)/.build/screenshots",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    @Test func noScenarioIsForgotten() async throws {
        let outcome = try await Self.python(["--list"])
        #expect(outcome.output.split(separator: "\n").map(String.init).sorted() == Self.scenarios.sorted())
    }

    /// What is optional must not cost those who wait for it.
    @Test func theOneScriptStaysBelowFiveKilobytes() throws {
        let script = try #require(FileManager.default.contents(atPath: "\(Program.root)/Templates/site.js"))
        #expect(script.count < 5_000)
    }

    private static func python(_ arguments: [String]) async throws -> Program.Outcome {
        try await Program.run("\(Program.root)/.build/python/bin/python", [tests] + arguments)
    }
}
