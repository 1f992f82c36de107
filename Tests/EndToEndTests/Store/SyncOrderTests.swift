import CaseSamples
import CaseStore
import Forms
import TestSupport
import Testing

extension EndToEnd {
    /// What was only in the memory of the kernel would survive a kill all the same. The order of system calls tells
    /// what is on disk.
    @Suite struct SyncOrderTests {
        private static let mixed = ["--forces", "2", "--callers", "8", "--count", "30", "--seed", "1", "--files"]

        @Test(.timeLimit(.minutes(5)))
        func anAcknowledgementIsWrittenOnlyAfterTheLogWasSynced() async throws {
            try await withTemporaryFolder { folder in
                let store = "\(folder)/store"
                let trace = try await LoadTrace(of: Self.mixed, on: store, in: folder)
                #expect(trace.tried.count == 30)
                #expect(Set(trace.acknowledged.map { $0.attempt }).count == 30)
                for (answer, attempt) in trace.acknowledged {
                    let tried = try #require(trace.tried[attempt.number])
                    let syncs = trace.syncs(of: "\(store)/\(attempt.force)/cases.sqlite-wal")
                    let isSynced = syncs.contains { tried.isBefore($0) && $0.isBefore(answer) }
                    #expect(isSynced, "\(attempt.number) was acknowledged before its sync")
                }
            }
        }

        @Test(.timeLimit(.minutes(5)))
        func aFileIsOnDiskThenItsNameThenItsCaseBeforeItIsAcknowledged() async throws {
            try await withTemporaryFolder { folder in
                let store = "\(folder)/store"
                let trace = try await LoadTrace(of: Self.mixed, on: store, in: folder)
                let cases = try await StoredCases(in: store)
                var files = 0
                for (number, record) in cases.byNumber.flatMap({ number, records in records.map { (number, $0) } }) {
                    let answer = try #require(trace.acknowledged.first { $0.attempt.number == number }?.call)
                    let home = "\(store)/\(record.force)"
                    for evidence in record.evidence {
                        files += 1
                        let place = "\(home)/evidence/\(evidence.file.id)"
                        let move = try #require(trace.calls.first { $0.isRename && $0.strings.last == place })
                        let spooled = try #require(move.strings.first)
                        let isWritten = trace.syncs(of: spooled).contains { $0.isBefore(move) }
                        #expect(isWritten, "the file of \(number) was moved before its sync")
                        let names = trace.syncs(of: "\(home)/evidence").filter { move.isBefore($0) }
                        let logs = trace.syncs(of: "\(home)/cases.sqlite-wal").filter { $0.isBefore(answer) }
                        let isInOrder = names.contains { name in logs.contains { name.isBefore($0) } }
                        #expect(isInOrder, "\(number) was acknowledged before its file had its name")
                    }
                }
                #expect(files == 3)
            }
        }

        @Test(.timeLimit(.minutes(5)))
        func manyCallersShareASync() async throws {
            try await withTemporaryFolder { folder in
                let store = "\(folder)/store"
                let trace = try await LoadTrace(
                    of: ["--forces", "1", "--callers", "64", "--count", "640"], on: store, in: folder)
                let syncs = trace.syncs(of: "\(store)/gwent/cases.sqlite-wal").count
                #expect(trace.tried.count == 640)
                #expect(syncs > 0)
                #expect(syncs * 2 < trace.acknowledged.count)
            }
        }
    }
}
