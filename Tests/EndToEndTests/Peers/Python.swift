import Foundation
import TestSupport
import Testing

/// The Python of the tests, with the packages in `.ci/requirements.txt`. `.ci/setup-python` makes it.
enum Python {
    private static let interpreter = "\(Program.root)/.build/python/bin/python3"

    /// Runs a script in this folder to its end, and gives what it printed.
    static func run(_ script: String, _ arguments: [String] = [], input: String = "") async throws -> String {
        try #require(FileManager.default.isExecutableFile(atPath: interpreter), "run .ci/setup-python first")
        let path = URL(filePath: #filePath).deletingLastPathComponent().path + "/\(script)"
        let outcome = try await Program.run(interpreter, [path] + arguments, input: input)
        try #require(outcome.status == 0, "\(script): \(outcome.errors)")
        return outcome.output
    }
}
