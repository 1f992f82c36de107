import CaseSamples
import Foundation
import TestSupport
import Testing

/// The system calls of a `caseload` that has sent what it was asked to.
struct LoadTrace {
    let calls: [SystemCall]
    /// The calls that wrote that a sample is tried, by its number.
    private(set) var tried: [Int: SystemCall] = [:]
    /// The calls that wrote an acknowledgement.
    private(set) var acknowledged: [(call: SystemCall, attempt: LoadAttempt)] = []

    /// - Parameter folder: Where the trace goes.
    init(of arguments: [String], on store: String, in folder: String) async throws {
        let trace = "\(folder)/trace"
        let strace = [
            "-f", "-y", "-qq", "-s", "256", "-o", trace, "-e", "trace=write,fdatasync,fsync,rename,renameat,renameat2",
        ]
        let program = ["\(Program.products)/caseload", store]
        let outcome = try await Program.run("/usr/bin/strace", strace + program + arguments)
        try #require(outcome.status == 0, "\(outcome.errors)")
        calls = SystemCall.read(try String(contentsOfFile: trace, encoding: .utf8))
        for call in calls where call.name == "write" && call.arguments.hasPrefix("1<") {
            let text = try #require(call.strings.first)
            let line = try #require(LoadLine(text.replacing("\\n", with: "")), "\(text)")
            switch line {
            case .tried(let attempt): tried[attempt.number] = call
            case .acknowledged(let attempt, _): acknowledged.append((call, attempt))
            case .refused: Issue.record("\(text)")
            }
        }
    }

    /// The calls that synced a file or folder.
    func syncs(of path: String) -> [SystemCall] { calls.filter { $0.isSync && $0.path == path } }
}
