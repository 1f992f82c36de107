import Forms
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

@Suite struct SQLiteCaseStoreTests {
    @Test func everyCommitOfACaseIsOnDiskWhenItReturns() async throws {
        try await withTemporaryFolder { folder in
            let database = try ForceDatabase(force: try SampleSubmission.force(), folder: folder)
            let mode = try await database.casePool.writeWithoutTransaction {
                try Int.fetchOne($0, sql: "PRAGMA synchronous")
            }
            #expect(mode == 2, "2 is FULL")
            let journal = try await database.casePool.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
            #expect(journal == "wal")
        }
    }

    @Test func whatWasAcceptedIsThereUnchangedAfterTheStoreIsOpenedAgain() async throws {
        try await withTemporaryFolder { folder in
            let force = try SampleSubmission.force()
            let submission = try SampleSubmission.make()
            let reference = try await SQLiteCaseStore(making: folder).accept(submission, for: force)
            let store = try SQLiteCaseStore(existing: folder)
            let record = try #require(try await store.record(reference, in: force))
            #expect(record.answers == submission.answers)
            #expect(record.language == .welsh && record.status == .new && record.signals == [.honeypot])
            #expect(record.received == Date(timeIntervalSince1970: 1_790_000_000))
            #expect(reference.description.hasPrefix("GWE-THE-"))
            #expect(try await store.contains(reference, in: force))
            #expect(try await store.cases(in: force).map(\.reference) == [reference])
            #expect(try await store.definition(submission.definition.digest, in: force) == submission.definition)
            #expect(try await store.forces() == [force])
        }
    }

    @Test func aDraftThatIsSentAgainCountsOnce() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder)
            let force = try SampleSubmission.force()
            let submission = try SampleSubmission.make(draft: DraftKey())
            let references = try await withThrowingTaskGroup(of: Reference.self) { group in
                for _ in 0..<50 { group.addTask { try await store.accept(submission, for: force) } }
                return try await group.reduce(into: Set<Reference>()) { $0.insert($1) }
            }
            #expect(references.count == 1)
            #expect(try await store.cases(in: force).count == 1)
            #expect(try await store.reference(ofDraft: submission.draft, in: force) == references.first)
            #expect(try await store.reference(ofDraft: DraftKey(), in: force) == nil)
        }
    }

    @Test func aDraftThatIsSentAgainWithOtherAnswersIsRefusedWithoutNamingTheFirst() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder)
            let force = try SampleSubmission.force()
            let key = DraftKey()
            let reference = try await store.accept(try SampleSubmission.make(draft: key), for: force)
            let fault = try await #require(throws: StoreFault.self) {
                try await store.accept(try SampleSubmission.make(draft: key, text: "other"), for: force)
            }
            #expect(fault.code == .conflict && !fault.description.contains("\(reference)"))
            #expect(try await store.cases(in: force).count == 1)
        }
    }

    @Test func forcesAreKeptApart() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder)
            let (gwent, kent) = (try SampleSubmission.force(), try SampleSubmission.force("kent"))
            let reference = try await store.accept(try SampleSubmission.make(), for: gwent)
            #expect(try await store.contains(reference, in: kent) == false)
            #expect(try await store.cases(in: kent).isEmpty)
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

    @Test func aCaseIsHandedOutInTheShapeOfTheContract() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder)
            let force = try SampleSubmission.force()
            let reference = try await store.accept(try SampleSubmission.make(text: "x"), for: force)
            let record = try #require(try await store.record(reference, in: force))
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let json = String(decoding: try encoder.encode(record), as: UTF8.self)
            let digest = String(repeating: "a", count: 64)
            #expect(
                json == """
                    {"answers":{"place":{"what":"x"}},"channel":"web","clocks":[],"definition":"\(digest)",\
                    "evidence":[],"force":"gwent","form":"theft","language":"cy",\
                    "received":"2026-09-21T14:13:20Z","reference":"\(reference)","status":"new"}
                    """)
        }
    }
}
