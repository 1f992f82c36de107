import CaseSamples
import Forms
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import CaseStore

@Suite struct SQLiteCaseStoreTests {
    @Test func everyCommitOfACaseIsOnDiskWhenItReturns() async throws {
        try await withTemporaryFolder { folder in
            let database = try ForceDatabase(force: try SampleSubmission.force(), folder: folder)
            let mode = try await database.writer.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
            #expect(mode == 2, "2 is FULL")
            let journal = try await database.cases.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
            #expect(journal == "wal")
        }
    }

    @Test func manySubmissionsAtOnceShareACommit() async throws {
        try await withTemporaryFolder { folder in
            let database = try ForceDatabase(force: try SampleSubmission.force(), folder: folder)
            let commits = Commits()
            try await database.cases.writeWithoutTransaction { $0.add(transactionObserver: commits) }
            try await withThrowingTaskGroup { group in
                for number in 0..<256 {
                    let submission = try SampleSubmission.make(text: "\(number)")
                    group.addTask { _ = try await database.accept(submission, files: [], now: SampleSubmission.time) }
                }
                try await group.waitForAll()
            }
            #expect((1..<128).contains(commits.count), "\(commits.count) commits")
        }
    }

    @Test func aForceIsOpenedWhenItIsFirstNeeded() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            _ = try await store.accept(try SampleSubmission.make(), for: try SampleSubmission.force())
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["gwent"])
        }
    }

    /// Somebody reads for a long time, and thousands of reports come in meanwhile.
    @Test func theLogIsShortAgainAfterALongReader() async throws {
        try await withTemporaryFolder { folder in
            let force = try SampleSubmission.force()
            let store = try SQLiteCaseStore(making: folder)
            _ = try await store.accept(try SampleSubmission.make(), for: force)
            func fill(_ count: Int) async throws {
                try await withThrowingTaskGroup { group in
                    for _ in 0..<count {
                        let submission = try SampleSubmission.make(text: String(repeating: "long ", count: 1_000))
                        group.addTask { _ = try await store.accept(submission, for: force) }
                    }
                    try await group.waitForAll()
                }
            }
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(path: "\(folder)/gwent/cases.sqlite", configuration: configuration)
            let log = "\(folder)/gwent/cases.sqlite-wal"
            try await reader.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN")
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM cases")
            }
            try await fill(1_500)
            let long = try Self.size(log)
            #expect(long > WriteAheadLog.remains, "the reader keeps it from beginning anew: \(long)")
            try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            var rounds = 0
            // It is looked at between commits, and a large one may have come since.
            while try Self.size(log) > WriteAheadLog.remains, rounds < 10 {
                try await fill(600)
                rounds += 1
            }
            #expect(rounds < 10)
            #expect(try await store.allCases(in: force).count == 1_501 + rounds * 600)
        }
    }

    /// The last intake moves its log to the database while the next one begins.
    @Test func aStoreOpensWhileAnotherProcessMovesItsLog() async throws {
        try await withTemporaryFolder { folder in
            let force = try SampleSubmission.force()
            let last = try ForceDatabase(force: force, folder: folder)
            _ = try await last.accept(try SampleSubmission.make(), files: [], now: SampleSubmission.time)
            var patient = Configuration()
            patient.busyMode = .timeout(20)
            patient.allowsUnsafeTransactions = true
            let (writer, mover) = (
                try DatabaseQueue(path: last.folder.cases, configuration: patient),
                try DatabaseQueue(path: last.folder.cases, configuration: patient)
            )
            // Whoever moves everything waits for whoever writes, and lets nobody else move anything meanwhile.
            try await writer.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            let moved = Task {
                // It gives up where the test looks at the same moment.
                try await onThread {
                    while (try? mover.writeWithoutTransaction { try $0.checkpoint(.full) }) == nil {}
                }
            }
            while (try? await last.cases.writeWithoutTransaction({ try $0.checkpoint(.passive) })) != nil {
                try await Task.sleep(for: .milliseconds(5))
            }
            let next = try ForceDatabase(force: force, folder: folder)
            try await writer.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            try await moved.value
            let submission = try SampleSubmission.make(text: "another")
            _ = try await next.accept(submission, files: [], now: SampleSubmission.time)
        }
    }

    @Test func nobodyElseCanReadWhatIsStored() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: "\(folder)/store")
            _ = try await store.accept(try SampleSubmission.make(), for: try SampleSubmission.force())
            for path in ["\(folder)/store", "\(folder)/store/gwent"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                #expect(attributes[.posixPermissions] as? Int == 0o700)
            }
        }
    }

    /// A folder in the place of the database is a fault that also root meets.
    @Test func aStoreThatCannotBeWrittenSaysSoAndWorksAgainWhenItCan() async throws {
        try await withTemporaryFolder { folder in
            let force = try SampleSubmission.force()
            try FileManager.default.createDirectory(
                atPath: "\(folder)/gwent/cases.sqlite", withIntermediateDirectories: true)
            let store = try SQLiteCaseStore(making: folder)
            let fault = try await #require(throws: StoreFault.self) {
                try await store.accept(try SampleSubmission.make(), for: force)
            }
            #expect(fault.code == .unavailable)
            #expect(!fault.description.contains("cmd"), "what was to be stored is not told")
            try FileManager.default.removeItem(atPath: "\(folder)/gwent/cases.sqlite")
            _ = try await store.accept(try SampleSubmission.make(), for: force)
        }
    }

    @Test func aFolderThatIsNotThereIsNoStore() {
        #expect(throws: StoreFault.self) { try SQLiteCaseStore(existing: "/nonexistent/store") }
        #expect(throws: StoreFault.self) { try SQLiteCaseStore(making: "/nonexistent/store") }
    }

    @Test func aPageOfAnyDatabaseEndsWithItsSum() async throws {
        try await withTemporaryFolder { folder in
            let force = try SampleSubmission.force()
            let store = try SQLiteCaseStore(making: folder)
            for number in 0..<50 {
                _ = try await store.accept(try SampleSubmission.make(text: "\(number)"), for: force)
            }
            let database = try await store.with(force) { $0 }
            try await database.cases.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            let bytes = try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/gwent/cases.sqlite")))
            let layout = try #require(bytes.withUnsafeBytes { PageLayout(header: $0) })
            #expect(layout.hasSums && bytes.count / layout.pageSize > 20)
            for number in 0..<bytes.count / layout.pageSize {
                let page = Array(bytes[number * layout.pageSize..<(number + 1) * layout.pageSize])
                #expect(page.withUnsafeBytes { PageSum.isRight($0, number: UInt64(number)) }, "page \(number)")
            }
        }
    }

    private static func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    /// Counts commits. It is only called on the queue of the writer.
    private final class Commits: TransactionObserver, Sendable {
        private let number = Mutex(0)

        var count: Int { number.withLock { $0 } }

        func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
        func databaseDidChange(with event: DatabaseEvent) {}
        func databaseDidCommit(_ database: Database) { number.withLock { $0 += 1 } }
        func databaseDidRollback(_ database: Database) {}
    }
}
