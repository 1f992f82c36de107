import Foundation
import TestSupport

/// `caseload` at work on a store. It is killed when nobody holds this any more.
final class LoadProgram {
    /// It ended by itself, which it never should.
    struct Ended: Error {}

    private static let mark = "MARK"

    private let process = Process()
    private let pipe: LinePipe
    private var lines: AsyncStream<String>.Iterator

    init(on store: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        let pipe = try LinePipe()
        self.pipe = pipe
        lines = pipe.lines.makeAsyncIterator()
        process.executableURL = URL(filePath: "\(Program.products)/caseload")
        process.arguments = [store] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardOutput = FileHandle(fileDescriptor: pipe.writer)
        // We hold an end as well, to mark a moment with.
        process.terminationHandler = { _ in pipe.close() }
        try process.run()
    }

    deinit { kill() }

    var isRunning: Bool { process.isRunning }

    /// Reads what it says until that is enough.
    func read(into log: inout LoadLog, until isEnough: (LoadLog) throws -> Bool) async throws {
        while try !isEnough(log) {
            guard let line = await lines.next() else { throw Ended() }
            try log.add(line)
        }
    }

    /// Reads what it has said up to now. All that is read afterwards is said after this was called.
    func readToNow(into log: inout LoadLog) async throws {
        try pipe.write(Self.mark)
        while let line = await lines.next() {
            guard line != Self.mark else { return }
            try log.add(line)
        }
        throw Ended()
    }

    /// Ends it at once, with no chance to tidy up, and reads the rest of what it has said.
    func kill(_ log: inout LoadLog) async throws {
        kill()
        while let line = await lines.next() { try log.add(line) }
    }

    private func kill() {
        if process.isRunning {
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        pipe.close()
    }
}
