import CaseSamples
import Crypto
import Forms
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

@Suite struct VerificationTests {
    @Test func aStoreThatIsWellIsCounted() async throws {
        try await SampleStore.with { sample in
            let result = try await sample.verify()
            #expect(result.findings.isEmpty)
            #expect(result.counts.cases == 30 && result.counts.submissions == 30 && result.counts.events == 30)
            #expect(result.counts.files == 6 && result.counts.definitions == 1)
            let sizes = try FileTree.read("\(sample.path)/evidence").values.map(\.count)
            #expect(result.counts.bytes == sizes.reduce(0, +))
        }
    }

    /// Every bit of the file counts: also those of free pages, and of the room between rows.
    @Test func anyChangedByteOfTheDatabaseIsFoundWithItsPage() async throws {
        try await SampleStore.with { sample in
            try await sample.settle()
            let path = "\(sample.path)/cases.sqlite"
            let whole = try Data(contentsOf: URL(filePath: path))
            var generator = SeededGenerator(seed: 5)
            let offsets =
                [0, 16, 17, 18, 20, 24, 96, 99, 100, whole.count - 1]
                + (0..<200).map { _ in Int.random(in: 0..<whole.count, using: &generator) }
            for offset in offsets {
                var changed = whole
                changed[offset] ^= UInt8.random(in: 1...255, using: &generator)
                try Self.overwrite(path, with: changed)
                let first = try #require(try await sample.verify().findings.first, "byte \(offset)")
                #expect(first.file == "cases.sqlite")
                let page = "page \(offset / 4_096 + 1), bytes \(offset / 4_096 * 4_096) to"
                let isLocated = first.message.contains(page) || offset < 100 && first.message.contains("header")
                #expect(isLocated, "byte \(offset): \(first)")
            }
            try Self.overwrite(path, with: whole)
            #expect(try await sample.verify().findings.isEmpty)
        }
    }

    /// In its place, so that whoever has it open sees it.
    private static func overwrite(_ path: String, with data: Data) throws {
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.write(contentsOf: data)
        try file.close()
    }

    @Test(arguments: ["changed", "longer", "gone"])
    func aFileOfACaseThatIsNotWhatCameInIsFound(change: String) async throws {
        try await SampleStore.with { sample in
            let record = try #require(try await sample.store.record(sample.references[5], in: sample.force))
            let id = try #require(record.evidence.first?.file.id)
            let path = "\(sample.path)/evidence/\(id)"
            var bytes = try Data(contentsOf: URL(filePath: path))
            switch change {
            case "changed": bytes[bytes.count / 2] ^= 1
            case "longer": bytes.append(0)
            default: break
            }
            try FileManager.default.removeItem(atPath: path)
            if change != "gone" { try bytes.write(to: URL(filePath: path)) }
            let findings = try await sample.verify().findings
            #expect(findings.map(\.file) == ["evidence/\(id)"])
            #expect(findings[0].message.contains("\(sample.references[5])"))
            await #expect(throws: StoreFault.self) {
                try await sample.store.handOut(id, of: sample.references[5], in: sample.force, by: Access(by: "x")) {
                    _ in
                }
            }
        }
    }

    /// SQLite reads a log up to the first frame that is not right, and forgets the rest.
    @Test func aLogThatWasChangedOrCutOffIsFound() async throws {
        try await SampleStore.with { sample in
            try await sample.settle()
            for number in 0..<20 { _ = try await SampleStore.accept("late\(number)", in: sample.store) }
            // A copy, as a dead process leaves it.
            let copy = "\(sample.folder)/copy"
            try FileManager.default.copyItem(atPath: sample.path, toPath: copy)
            let log = try Data(contentsOf: URL(filePath: "\(copy)/cases.sqlite-wal"))
            let frame = 24 + 4_096
            let frames = (log.count - 32) / frame
            #expect(frames > 40)
            func finding(_ change: (inout Data) -> Void) async throws -> String? {
                var changed = log
                change(&changed)
                try changed.write(to: URL(filePath: "\(copy)/cases.sqlite-wal"))
                return try await sample.verify(at: copy).findings.first.map { "\($0)" }
            }
            let intact = try await finding { _ in }
            #expect(intact == nil)
            for number in [1, 2, frames / 2, frames] {
                for offset in [0, 9, 16, 24, frame - 1] {
                    let found = try await finding { $0[32 + (number - 1) * frame + offset] ^= 4 }
                    #expect(found?.contains("frame \(number) was changed") == true, "\(found ?? "nothing found")")
                }
            }
            for offset in [0, 10, 17, 25] {
                let found = try await finding { $0[offset] ^= 4 }
                #expect(found?.contains("header was changed") == true, "byte \(offset)")
            }
            for kept in [nil, 0, 1, frames - 1] as [Int?] {
                let length = kept.map { 32 + $0 * frame + 7 } ?? 0
                let found = try await finding { $0 = $0.prefix(length) }
                let kept = kept ?? 0
                #expect(found?.contains("after \(kept) of \(frames) frames") == true, "\(found ?? "nothing found")")
            }
        }
    }

    @Test func aRowThatAnotherProgramHasChangedIsFound() async throws {
        try await SampleStore.with { sample in
            try await sample.settle()
            // The shell of SQLite, which knows nothing of sums.
            let changed = try await Program.run(
                "/usr/bin/python3",
                [
                    "-c",
                    """
                    import sqlite3, sys
                    database = sqlite3.connect(sys.argv[1])
                    database.execute("UPDATE submissions SET answers = '{}' WHERE id = 3")
                    database.commit()
                    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                    database.close()
                    """, "\(sample.path)/cases.sqlite",
                ])
            #expect(changed.status == 0, "\(changed.errors)")
            let findings = try await sample.verify().findings
            #expect(findings.first?.message.contains("was changed by the disk or another program") == true)
        }
    }

    @Test func itMayBeDoneWhileReportsComeIn() async throws {
        try await SampleStore.with(cases: 5) { sample in
            try await withThrowingTaskGroup { group in
                group.addTask {
                    for number in 0..<1_500 { _ = try await SampleStore.accept("more\(number)", in: sample.store) }
                }
                for _ in 0..<5 {
                    let findings = try await sample.verify().findings
                    #expect(findings == [])
                }
                try await group.waitForAll()
            }
        }
    }
}
