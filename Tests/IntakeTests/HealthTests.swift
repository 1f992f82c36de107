import FastCGI
import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite struct HealthTests {
    private static func ask(_ path: String, of intake: SampleIntake, method: String = "GET") async -> (Int, String) {
        // A monitor asks under any name.
        let parameters = SampleIntake.parameters(method, path, [("HTTP_HOST", "10.0.0.1")])
        let response = await intake.service.respond(to: Request(parameters: parameters))
        return (response.status, String(decoding: response.body, as: UTF8.self))
    }

    @Test func theIntakeSaysThatItIsAliveAndReady() async throws {
        try await SampleIntake.with { intake in
            for (path, text) in [("/forms/health", "live\n"), ("/forms/health/ready", "ready\n")] {
                #expect(await Self.ask(path, of: intake) == (200, text))
                #expect(await Self.ask(path, of: intake, method: "HEAD") == (200, ""))
                #expect(await Self.ask(path, of: intake, method: "POST").0 == 405)
            }
            #expect(await Self.ask("/forms/health/other", of: intake).0 != 200)
        }
    }

    @Test func aDiskThatIsNearlyFullIsToldAndTurnsNothingAway() async throws {
        try await SampleIntake.with { intake in
            let full = try intake.reopened(floor: .max)
            #expect(await Self.ask("/forms/health/ready", of: full) == (200, "ready, no room for files\n"))
        }
    }

    @Test func aStoreThatCannotBeWrittenIsNotReady() async throws {
        try await SampleIntake.with { intake in
            try FileManager.default.removeItem(atPath: "\(intake.folder)/store")
            #expect(await Self.ask("/forms/health/ready", of: intake).0 == 503)
            #expect(await Self.ask("/forms/health", of: intake).0 == 200)
        }
    }
}
