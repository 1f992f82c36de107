import Foundation

/// A program that a test runs.
package struct Program: Sendable {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    /// The folder of the programs that were built beside the tests.
    package static let products: String = {
        let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let candidates = [runner.path, "\(root)/.build/debug"]
        return candidates.first { FileManager.default.isExecutableFile(atPath: "\($0)/soh") } ?? candidates[1]
    }()

    /// The folder of the project.
    package static let root: String = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Runs a program to its end: one of ours by its name, or another by its path.
    ///
    /// - Parameters:
    ///   - environment: What is there besides the environment of the tests.
    ///   - input: What comes on standard input; nil for the input of the tests.
    package static func run(
        _ name: String, _ arguments: [String], in folder: String = root, environment: [String: String] = [:],
        input: String? = nil
    ) async throws -> Outcome {
        try await withTemporaryFolder { temporary in
            try await onThread {
                let process = Process()
                process.executableURL = URL(filePath: name.hasPrefix("/") ? name : "\(products)/\(name)")
                process.arguments = arguments
                process.currentDirectoryURL = URL(filePath: folder)
                process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
                if let input {
                    try Data(input.utf8).write(to: URL(filePath: "\(temporary)/input"))
                    process.standardInput = FileHandle(forReadingAtPath: "\(temporary)/input")
                }
                return try wait(for: process, temporary)
            }
        }
    }

    /// What it prints goes to files: the other end of a pipe may be inherited by a program that another test starts
    /// at the same moment, and would then stay open as long as that one runs.
    private static func wait(for process: Process, _ temporary: String) throws -> Outcome {
        let (output, errors) = ("\(temporary)/output", "\(temporary)/errors")
        for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }
}

/// Does something that blocks on a thread of its own: those of Swift's pool belong to what is tested.
package func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}

/// A program that runs beside the test, and is killed at its end.
package final class BackgroundProgram: @unchecked Sendable {
    // `Process` is not Sendable; it is only started, signalled and waited for, each of which locks inside.
    private let process = Process()
    private let output = Pipe()
    package let log: String

    /// - Parameters:
    ///   - log: The file that standard error goes to.
    ///   - input: A descriptor that becomes its standard input.
    package init(_ path: String, _ arguments: [String], log: String, input: Int32? = nil) throws {
        self.log = log
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: log)
        if let input { process.standardInput = FileHandle(fileDescriptor: input) }
        try process.run()
    }

    deinit { kill() }

    /// Waits for the line that begins with `ready `, and gives what follows.
    package func waitUntilReady() async throws -> String {
        try await onThread { try self.readUntilReady() }
    }

    private func readUntilReady() throws -> String {
        var text = ""
        while true {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else {
                throw Unready(output: text, errors: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
            }
            text += String(decoding: data, as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            if let line = lines.first(where: { $0.hasPrefix("ready ") }) { return String(line.dropFirst(6)) }
        }
    }

    package struct Unready: Error {
        package let output: String
        package let errors: String
    }

    /// Ends it at once, with no chance to tidy up.
    package func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Sends a signal.
    package func signal(_ number: Int32) { Foundation.kill(process.processIdentifier, number) }

    /// Sends a signal that ends it, and gives its status: SIGINT, as Ctrl-C does, or SIGTERM, as systemd does.
    package func end(_ number: Int32 = SIGTERM) async throws -> Int32 {
        signal(number)
        return try await status()
    }

    /// Waits until it has ended.
    package func status() async throws -> Int32 {
        try await onThread {
            self.process.waitUntilExit()
            return self.process.terminationStatus
        }
    }
}
