import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The units that `soh web-config systemd` prints, in the eyes of systemd.
    @Suite struct SystemdUnitTests {
        /// How exposed the service may be: 0 is not at all, 100 is as if there were no sandbox.
        private static let mostExposure = 15

        @Test(arguments: ["unix:/run/soh-intake.sock", "127.0.0.1:9000"])
        func theServiceIsShutIn(address: String) async throws {
            try await withUnits(intake: address) { folder in
                let outcome = try await Program.run(
                    "/usr/bin/systemd-analyze",
                    [
                        "security", "--offline=true", "--threshold=\(Self.mostExposure)", "--no-pager",
                        "\(folder)/soh-intake.service",
                    ])
                #expect(outcome.status == 0, "\(outcome.output)\n\(outcome.errors)")
            }
        }

        @Test(arguments: ["unix:/run/soh-intake.sock", "127.0.0.1:9000"])
        func systemdKnowsEverythingThatTheUnitsSay(address: String) async throws {
            try await withUnits(intake: address) { folder in
                let outcome = try await Program.run(
                    "/usr/bin/systemd-analyze",
                    ["verify", "--man=no", "\(folder)/soh-intake.socket", "\(folder)/soh-intake.service"])
                // A machine without a running systemd complains of other things, never of these units.
                let said = (outcome.output + outcome.errors).split(separator: "\n")
                #expect(said.filter { $0.contains("soh-intake") } == [])
            }
        }

        private func withUnits(intake: String, _ body: (String) async throws -> Void) async throws {
            try await withTemporaryFolder { folder in
                let printed = try await Program.run(
                    "soh",
                    [
                        "web-config", "systemd", "--intake", intake, "--program", "\(Program.products)/soh-intake",
                        "--output", "\(folder)/public", "--store", "\(folder)/store",
                    ])
                #expect(printed.status == 0)
                // The units follow each other, each with the name of its file before it.
                var file: String?
                var texts: [String: String] = [:]
                for line in printed.output.split(separator: "\n", omittingEmptySubsequences: false) {
                    if line.hasPrefix("# /etc/systemd/system/") {
                        file = line.split(separator: "/").last.map(String.init)
                    } else if let file {
                        texts[file, default: ""] += "\(line)\n"
                    }
                }
                #expect(texts.keys.sorted() == ["soh-intake.service", "soh-intake.socket"])
                for (name, text) in texts {
                    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
                }
                try await body(folder)
            }
        }
    }
}
