import CaseSamples
import Forms
import Foundation
import TestSupport
import Testing

@testable import CaseStore

@Suite struct BackupTests {
    @Test func aBackupRestoresToTheSameCases() async throws {
        try await SampleStore.with { sample in
            let copy = "\(sample.folder)/copy"
            let made = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            #expect(made.verification.findings.isEmpty && made.verification.counts.cases == 30)
            #expect(made.copied == 6 && made.removed == 0)
            let restored = "\(sample.folder)/restored"
            try FileManager.default.createDirectory(atPath: restored, withIntermediateDirectories: true)
            let result = try await Restore.run(sample.force, from: copy, to: "\(restored)/gwent")
            #expect(result.findings.isEmpty && result.counts == made.verification.counts)
            let again = try SQLiteCaseStore(making: restored, floor: 0)
            #expect(try await again.allCases(in: sample.force) == sample.store.allCases(in: sample.force))
            _ = try await SampleStore.accept("after", in: again)
            let verified = try await Verification.run(sample.force, at: "\(restored)/gwent")
            #expect(verified.findings.isEmpty && verified.counts.cases == 31)
        }
    }

    @Test func filesAreCopiedOnceAndGoWithTheirCase() async throws {
        let clock = TestClock()
        try await SampleStore.with(cases: 10, clock) { sample in
            let copy = "\(sample.folder)/copy"
            _ = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            _ = try await SampleStore.accept("new", in: sample.store, file: true)
            let second = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            #expect(second.copied == 1 && second.removed == 0 && second.verification.counts.files == 3)
            clock.advance(by: 400 * 86_400)
            let rules = [ErasureTests.rule(.init(1, .years), from: .received)]
            let due = try await Erasure.due(by: rules, in: sample.force, of: sample.store)
            _ = try await Erasure.erase(due, in: sample.force, of: sample.store, by: Access(by: "x"))
            let third = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            #expect(third.copied == 0 && third.removed == 3 && third.verification.counts.cases == 0)
            let left = try FileTree.read(copy).filter { $0.value.firstRange(of: Data("case5word".utf8)) != nil }
            #expect(left.isEmpty)
        }
    }

    @Test func aBackupThatIsTakenWhileReportsComeInIsWhole() async throws {
        try await SampleStore.with(cases: 1) { sample in
            try await withThrowingTaskGroup { group in
                group.addTask {
                    for number in 0..<800 {
                        _ = try await SampleStore.accept("more\(number)", in: sample.store, file: number % 10 == 0)
                    }
                }
                var counts: [Int] = []
                for number in 0..<4 {
                    let made = try await Backup.make(
                        of: sample.force, from: sample.path, to: "\(sample.folder)/copy\(number % 2)")
                    #expect(made.verification.findings == [])
                    counts.append(made.verification.counts.cases)
                }
                #expect(counts == counts.sorted() && counts.allSatisfy { $0 > 0 })
                try await group.waitForAll()
            }
        }
    }

    /// The copy would have sums of its own, and look as if all were well.
    @Test func aDatabaseThatIsDamagedIsNotCopied() async throws {
        try await SampleStore.with(cases: 6) { sample in
            let copy = "\(sample.folder)/copy"
            _ = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            try await sample.settle()
            let path = "\(sample.path)/cases.sqlite"
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes[bytes.count - 100] ^= 1
            let file = try #require(FileHandle(forUpdatingAtPath: path))
            try file.write(contentsOf: bytes)
            try file.close()
            let fault = try await #require(throws: StoreFault.self) {
                try await Backup.make(of: sample.force, from: sample.path, to: copy)
            }
            #expect(fault.code == .corrupt && fault.cause.contains("page \(bytes.count / 4_096)"))
            #expect(try await sample.verify(at: copy).findings == [])
        }
    }

    /// Larger than what SQLite holds in memory, so that pages are written before the header is.
    @Test func aLargeStoreHasItsSumsInTheCopyToo() async throws {
        try await SampleStore.with(cases: 1) { sample in
            try await withThrowingTaskGroup { group in
                for number in 0..<1_500 {
                    var submission = try SampleSubmission.make(text: String(repeating: "long \(number) ", count: 500))
                    submission.narrative = ""
                    group.addTask { [submission] in _ = try await sample.store.accept(submission, for: sample.force) }
                }
                try await group.waitForAll()
            }
            let copy = "\(sample.folder)/copy"
            let made = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            #expect(made.verification.findings == [] && made.verification.counts.cases == 1_501)
            let restored = try await Restore.run(sample.force, from: copy, to: "\(sample.folder)/restored")
            #expect(restored.findings == [])
        }
    }

    @Test func aStoreIsNeverWrittenOver() async throws {
        try await SampleStore.with(cases: 3) { sample in
            let copy = "\(sample.folder)/copy"
            _ = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            let before = try FileTree.read("\(sample.path)/evidence")
            let fault = try await #require(throws: StoreFault.self) {
                try await Restore.run(sample.force, from: copy, to: sample.path)
            }
            #expect(fault.code == .conflict)
            #expect(try FileTree.read("\(sample.path)/evidence") == before)
        }
    }

    @Test func aCopyThatWasChangedIsNotRestored() async throws {
        try await SampleStore.with(cases: 6) { sample in
            let copy = "\(sample.folder)/copy"
            _ = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            let file = try #require(try FileTree.read("\(copy)/evidence").keys.first)
            try Data("other".utf8).write(to: URL(filePath: "\(copy)/evidence/\(file)"))
            let target = "\(sample.folder)/restored"
            let fault = try await #require(throws: StoreFault.self) {
                try await Restore.run(sample.force, from: copy, to: target)
            }
            #expect(fault.code == .corrupt && fault.cause.contains("evidence/"))
            #expect(!FileManager.default.fileExists(atPath: target))
        }
    }

    /// What is not what came in is not copied over what is.
    @Test func aFileThatIsDamagedInTheStoreFailsTheBackupAndLeavesTheFormerOne() async throws {
        try await SampleStore.with(cases: 6) { sample in
            let copy = "\(sample.folder)/copy"
            _ = try await Backup.make(of: sample.force, from: sample.path, to: copy)
            let reference = try await SampleStore.accept("late", in: sample.store, file: true)
            let id = try #require(try await sample.store.record(reference, in: sample.force)?.evidence.first?.file.id)
            try FileManager.default.removeItem(atPath: "\(sample.path)/evidence/\(id)")
            try Data("x".utf8).write(to: URL(filePath: "\(sample.path)/evidence/\(id)"))
            await #expect(throws: StoreFault.self) {
                try await Backup.make(of: sample.force, from: sample.path, to: copy)
            }
            let former = try await sample.verify(at: copy)
            #expect(former.findings.isEmpty && former.counts.cases == 6)
        }
    }
}
