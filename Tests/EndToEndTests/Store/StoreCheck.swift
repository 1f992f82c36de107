import CaseSamples
import CaseStore
import Forms
import TestSupport
import Testing

/// Holds a store against what `caseload` has said of it. Nobody else is at work on it then.
struct StoreCheck {
    let store: String
    /// Whether every tenth sample has a file.
    let withFiles: Bool

    /// What was acknowledged is found by its key.
    func expectFound(_ log: LoadLog) async throws {
        let opened = try SQLiteCaseStore(existing: store)
        var lost: [Int] = []
        for (number, known) in log.acknowledged {
            let found = try await opened.reference(ofDraft: known.attempt.key, in: known.attempt.force)
            if found != known.reference { lost.append(number) }
        }
        #expect(lost.isEmpty, "acknowledged, and not there")
    }

    /// What was acknowledged is there once and whole, what was not is there at most once; and when all of it is sent
    /// again, each has one case, and those that were acknowledged have the same as before.
    ///
    /// - Parameter log: Everything that was ever said of the store.
    func expectAllOnceAndWhole(_ log: LoadLog) async throws {
        let before = try await StoredCases(in: store)
        try await expectSound(before, log)
        let lost = log.numbers { before.reference(of: $0) }
        #expect(lost.isEmpty, "acknowledged, and not there")

        let again = try await resend(log.attempts.values.sorted { $0.number < $1.number })
        #expect(again.refused.isEmpty)
        #expect(again.acknowledged.count == log.attempts.count)
        let changed = log.numbers { again.acknowledged[$0]?.reference }
        #expect(changed.isEmpty, "another reference than the first time")

        let after = try await StoredCases(in: store)
        try await expectSound(after, log)
        let missing = again.numbers { after.reference(of: $0) }
        #expect(missing.isEmpty, "acknowledged when it was sent again, and not there")
        try await expectVerified()
    }

    /// `soh store verify` says that all is well, of the bytes as a process has left them.
    func expectVerified() async throws {
        let outcome = try await Program.run("soh", ["store", "verify", "--store", store])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(!lines.isEmpty && lines.allSatisfy { $0.contains(": all is well: ") })
    }

    private func expectSound(_ cases: StoredCases, _ log: LoadLog) async throws {
        #expect(cases.strange.isEmpty)
        #expect(cases.doubled.isEmpty)
        let unknown = cases.byNumber.keys.filter { log.attempts[$0] == nil }.sorted()
        #expect(unknown.isEmpty, "a case that nobody has sent")
        let broken = try await cases.broken(withFiles: withFiles)
        #expect(broken.isEmpty)
        let misled = try await cases.misled(log.attempts.values)
        #expect(misled.isEmpty)
    }

    private func resend(_ attempts: [LoadAttempt]) async throws -> LoadLog {
        let arguments = [store, "--resend", "--callers", "16"] + (withFiles ? ["--files"] : [])
        let input = attempts.map { "\($0.text)\n" }.joined()
        let outcome = try await Program.run("caseload", arguments, input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        var log = LoadLog()
        for line in outcome.output.split(separator: "\n") { try log.add(String(line)) }
        return log
    }
}
