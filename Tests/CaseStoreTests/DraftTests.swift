import Forms
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import CaseStore

@Suite struct DraftTests {
    private let entry = StepEntry(fields: ["road": ["Stryd Fawr"], "kind": ["a", "b"]])

    @Test func aDraftOpensOnlyWithItsKeyAndForItsForm() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder)
            let (force, form, step) = (
                try SampleSubmission.force(), try SampleSubmission.form(), try SampleSubmission.step()
            )
            let key = DraftKey()
            try await store.save(
                entry, for: step, in: key, judgedBy: try SampleSubmission.definition(), force: force)
            let draft = try #require(try await store.draft(key, of: form, in: force))
            #expect(draft.entries == [step: entry])
            #expect(draft.definition == String(repeating: "a", count: 64))
            #expect(try await store.draft(DraftKey(), of: form, in: force) == nil)
            #expect(try await store.draft(key, of: try SampleSubmission.form("other"), in: force) == nil)
            #expect(try await store.draft(key, of: form, in: try SampleSubmission.force("kent")) == nil)
            #expect(try await store.definition(draft.definition, in: force) != nil, "the store keeps what it met")
            try await store.delete(key, in: force)
            #expect(try await store.draft(key, of: form, in: force) == nil)
        }
    }

    @Test func whatWasTypedIsNotReadableInTheFiles() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder)
            let key = DraftKey()
            try await store.save(
                entry, for: try SampleSubmission.step(), in: key, judgedBy: try SampleSubmission.definition(),
                force: try SampleSubmission.force())
            for (path, data) in try FileTree.read(folder) {
                #expect(data.firstRange(of: Data("Stryd Fawr".utf8)) == nil, "\(path)")
                #expect(data.firstRange(of: Data(key.cookie.utf8)) == nil, "\(path)")
            }
        }
    }

    @Test func aDraftExpiresADayAfterItsLastStepAndIsDeletedThen() async throws {
        try await withTemporaryFolder { folder in
            let clock = Clock()
            let store = try SQLiteCaseStore(making: folder, now: { clock.now })
            let (force, form, step) = (
                try SampleSubmission.force(), try SampleSubmission.form(), try SampleSubmission.step()
            )
            let (key, other) = (DraftKey(), DraftKey())
            let definition = try SampleSubmission.definition()
            try await store.save(entry, for: step, in: key, judgedBy: definition, force: force)
            clock.advance(by: 24 * 3_600 - 1)
            #expect(try await store.draft(key, of: form, in: force) != nil)
            clock.advance(by: 2)
            #expect(try await store.draft(key, of: form, in: force) == nil)
            try await store.save(entry, for: step, in: other, judgedBy: definition, force: force)
            let database = try ForceDatabase(force: force, folder: "\(folder)/gwent")
            let rows = try await database.draftPool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entries") }
            #expect(rows == 1, "the expired draft is gone from the database")
        }
    }

    @Test func aSealedRowRoundTripsAndAnyChangedByteIsRefused() throws {
        let (key, form, step) = (DraftKey(), try SampleSubmission.form(), try SampleSubmission.step())
        let sealed = try SealedEntry(entry, of: step, form: form, with: key)
        #expect(try sealed.open(as: step, form: form, with: key) == entry)
        for index in sealed.bytes.indices {
            var bytes = sealed.bytes
            bytes[index] ^= 1
            #expect(throws: (any Error).self) { try SealedEntry(bytes: bytes).open(as: step, form: form, with: key) }
        }
        let other = try SampleSubmission.step("other")
        #expect(throws: (any Error).self) { try sealed.open(as: other, form: form, with: key) }
        #expect(throws: (any Error).self) { try SealedEntry(bytes: []).open(as: step, form: form, with: key) }
    }

    @Test func aKeyReadsBackFromItsCookieAndTellsNothing() throws {
        for _ in 0..<100 {
            let key = DraftKey()
            #expect(key.cookie.wholeMatch(of: #/[A-Za-z0-9_-]{43}/#) != nil)
            #expect(DraftKey(cookie: key.cookie) == key)
            #expect("\(key)" == "DraftKey")
        }
    }

    @Test(arguments: [
        "", "x", String(repeating: "A", count: 42), String(repeating: "!", count: 43),
        String(repeating: "é", count: 43),
    ])
    func whatIsNoKeyIsRefused(cookie: String) {
        #expect(DraftKey(cookie: cookie) == nil)
    }

    /// A clock that a test moves.
    private final class Clock: Sendable {
        private let time = Mutex(Date(timeIntervalSince1970: 1_790_000_000))

        var now: Date { time.withLock { $0 } }

        func advance(by seconds: TimeInterval) { time.withLock { $0 += seconds } }
    }
}
