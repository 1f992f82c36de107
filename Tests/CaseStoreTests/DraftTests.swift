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
                entry, for: EntryPlace(step), in: key, judgedBy: try SampleSubmission.definition(), force: force)
            let draft = try #require(try await store.draft(key, of: form, in: force))
            #expect(draft.entries == [EntryPlace(step): entry])
            #expect(draft.definition == (try SampleSubmission.definition().digest))
            #expect(try await store.draft(DraftKey(), of: form, in: force) == nil)
            #expect(try await store.draft(key, of: try SampleSubmission.form("other"), in: force) == nil)
            #expect(try await store.draft(key, of: form, in: try SampleSubmission.force("kent")) == nil)
            #expect(try await store.definition(draft.definition, in: force) != nil, "the store keeps what it met")
            try await store.delete(key, in: force)
            #expect(try await store.draft(key, of: form, in: force) == nil)
        }
    }

    @Test func whatWasTypedAndSentIsNotReadableInTheFiles() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder, floor: 0)
            let (key, force, place) = (DraftKey(), try SampleSubmission.force(), try SampleSubmission.place())
            try await store.save(
                entry, for: place.entry, in: key, judgedBy: try SampleSubmission.definition(), force: force)
            let incoming = try await store.receive(
                FileDeclaration(name: "Mair Jones.jpg", type: "image/x-own"), sealedWith: key, for: force)
            try await incoming.write(Array("a film of Stryd Fawr".utf8))
            try await store.keep(try await incoming.finish(), for: place, in: key, force: force)
            let files = try FileTree.read(folder)
            #expect(files.keys.contains { $0.contains("/sealed/") })
            for (path, data) in files {
                for secret in ["Stryd Fawr", key.cookie, "Mair Jones", "image/x-own"] {
                    #expect(data.firstRange(of: Data(secret.utf8)) == nil, "\(secret) in \(path)")
                }
            }
        }
    }

    /// It starts at 14:13:20, so a day later the next full hour is 15:00.
    @Test func aDraftExpiresAtTheFullHourAfterADayAndIsDeletedThenWithItsFiles() async throws {
        try await withTemporaryFolder { folder in
            let clock = TestClock()
            let store = try SQLiteCaseStore(making: folder, floor: 0, now: { clock.now })
            let (force, form, place) = (
                try SampleSubmission.force(), try SampleSubmission.form(), try SampleSubmission.place()
            )
            let (key, other) = (DraftKey(), DraftKey())
            let definition = try SampleSubmission.definition()
            try await store.save(entry, for: place.entry, in: key, judgedBy: definition, force: force)
            let incoming = try await store.receive(
                FileDeclaration(name: "Mair Jones.jpg", type: ""), sealedWith: key, for: force)
            try await incoming.write(Array("Stryd Fawr".utf8))
            let file = try await incoming.finish()
            try await store.keep(file, for: place, in: key, force: force)
            clock.advance(by: 24 * 3_600 + 46 * 60)
            #expect(try await store.draft(key, of: form, in: force) != nil)
            #expect(FileManager.default.fileExists(atPath: "\(folder)/gwent/sealed/\(file.id)"))
            clock.advance(by: 60)
            #expect(try await store.draft(key, of: form, in: force) == nil)
            try await store.save(entry, for: place.entry, in: other, judgedBy: definition, force: force)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/gwent/sealed/\(file.id)"))
            let database = try DatabaseQueue(path: "\(folder)/gwent/drafts.sqlite")
            let rows = try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entries") }
            let times = try await database.read { try Int.fetchAll($0, sql: "SELECT expires FROM drafts") }
            #expect(rows == 1, "the expired draft is gone from the database")
            #expect(times.allSatisfy { $0 % 3_600 == 0 }, "the hour is all that is kept")
        }
    }

    @Test func aDraftOfAnHourGoesWithTheHour() async throws {
        try await withTemporaryFolder { folder in
            let clock = TestClock()
            let store = try SQLiteCaseStore(making: folder, floor: 0, now: { clock.now })
            let (force, form, place) = (
                try SampleSubmission.force(), try SampleSubmission.form(), try SampleSubmission.place()
            )
            let key = DraftKey()
            let definition = try SampleSubmission.definition()
            try await store.save(entry, for: place.entry, in: key, judgedBy: definition, for: .hour, force: force)
            clock.advance(by: 3_600)
            #expect(try await store.draft(key, of: form, in: force) != nil)
            clock.advance(by: 3_600)
            #expect(try await store.draft(key, of: form, in: force) == nil)
        }
    }

    @Test func whenThereAreTooManyThoseGoFirstThatExpireFirst() async throws {
        try await withTemporaryFolder { folder in
            let counts = ExpiryCounts()
            let store = try SQLiteCaseStore(making: folder, floor: 0, observer: counts)
            let (force, form, place) = (
                try SampleSubmission.force(), try SampleSubmission.form(), try SampleSubmission.place()
            )
            let definition = try SampleSubmission.definition()
            let keys = (0..<6).map { _ in DraftKey() }
            for (key, term) in zip(keys, [DraftTerm.day, .hour, .day, .hour, .day, .day]) {
                try await store.save(entry, for: place.entry, in: key, judgedBy: definition, for: term, force: force)
            }
            #expect(await store.figures().map(\.drafts) == [6])
            try await store.with(force) { database in
                let gone = try await database.drafts.write {
                    try ForceDatabase.deleteSurplus(besides: keys[1].id, most: 4, $0)
                }
                #expect(gone.count == 2)
                database.finish(gone)
            }
            var left: [Bool] = []
            for key in keys { left.append(try await store.draft(key, of: form, in: force) != nil) }
            #expect(left[1], "the one that is being saved stays")
            #expect(!left[3], "one that expires soon goes first")
            #expect(left.count { $0 } == 4)
            #expect(await store.figures().map(\.drafts) == [4])
            #expect(counts.pages == [1, 1])
            try await store.delete(keys[1], in: force)
            #expect(await store.figures().map(\.drafts) == [3])
        }
    }

    private final class ExpiryCounts: StoreObserver {
        private let counted = Mutex<[Int]>([])
        var pages: [Int] { counted.withLock { $0 } }

        func committed(_ submissions: Int) {}
        func expired(_ form: FormID, after pages: Int) { counted.withLock { $0.append(pages) } }
    }

    @Test func aSealedRowRoundTripsAndAnyChangedByteIsRefused() throws {
        let (key, form, step) = (DraftKey(), try SampleSubmission.form(), try SampleSubmission.step())
        let sealed = try SealedRow(entry, at: step.rawValue, form: form, with: key)
        #expect(try sealed.open(at: step.rawValue, form: form, with: key) == entry)
        for index in sealed.bytes.indices {
            var bytes = sealed.bytes
            bytes[index] ^= 1
            #expect(throws: (any Error).self) {
                try SealedRow<StepEntry>(bytes: bytes).open(at: step.rawValue, form: form, with: key)
            }
        }
        let other = try SampleSubmission.step("other")
        #expect(throws: (any Error).self) { try sealed.open(at: other.rawValue, form: form, with: key) }
        #expect(throws: (any Error).self) {
            try SealedRow<StepEntry>(bytes: []).open(at: step.rawValue, form: form, with: key)
        }
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
}
