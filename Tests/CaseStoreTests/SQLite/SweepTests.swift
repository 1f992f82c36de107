import CaseSamples
import Forms
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CaseStore

@Suite struct SweepTests {
    /// Runs the sweep of a force whose folder was filled, at a time.
    private static func sweep(_ sample: SampleStore, at time: Date) async throws -> Int {
        try await sample.store.with(sample.force) { try Sweep(database: $0, now: time).run() }
    }

    @Test func whatADeadProcessLeftGoesAfterADay() async throws {
        try await SampleStore.with(cases: 6) { sample in
            let dead = "\(sample.path)/spool/1-dead"
            try FileManager.default.createDirectory(atPath: dead, withIntermediateDirectories: true)
            let strays = [
                "\(dead)/half", "\(sample.path)/evidence/\(EvidenceID())", "\(sample.path)/sealed/\(EvidenceID())",
            ]
            for path in strays { try Data("x".utf8).write(to: URL(filePath: path)) }
            let before = try FileTree.read("\(sample.path)/evidence").count
            _ = try await Self.sweep(sample, at: Date())
            #expect(strays.allSatisfy { FileManager.default.fileExists(atPath: $0) }, "another process may need them")
            let missing = try await Self.sweep(sample, at: Date() + 86_460)
            #expect(missing == 0)
            #expect(!strays.contains { FileManager.default.fileExists(atPath: $0) })
            #expect(!FileManager.default.fileExists(atPath: dead))
            #expect(try FileTree.read("\(sample.path)/evidence").count == before - 1, "the files of cases stay")
        }
    }

    @Test func theSpoolOfAProcessThatLivesStays() async throws {
        try await SampleStore.with(cases: 1) { sample in
            let incoming = try await sample.store.receive(
                FileDeclaration(name: "x", type: ""), sealedWith: nil, for: sample.force)
            try await incoming.write(Array(repeating: 1, count: 1_000_000))
            let other = try SQLiteCaseStore(making: "\(sample.folder)/store", floor: 0)
            _ = try await other.with(sample.force) { try Sweep(database: $0, now: Date() + 1_000_000).run() }
            let file = try await incoming.finish()
            var submission = try SampleSubmission.make()
            submission.files = [SubmittedFile(file, at: try SampleSubmission.place())]
            _ = try await sample.store.accept(submission, for: sample.force)
            #expect(try await sample.verify().findings.isEmpty)
        }
    }

    @Test func aFileOfACaseThatIsMissingRaisesAnAlarm() async throws {
        try await SampleStore.with(cases: 6) { sample in
            let name = try #require(try FileTree.read("\(sample.path)/evidence").keys.first)
            try FileManager.default.removeItem(atPath: "\(sample.path)/evidence/\(name)")
            let alarms = AsyncStream.makeStream(of: String.self)
            let store = try SQLiteCaseStore(
                making: "\(sample.folder)/store", floor: 0, alarm: { alarms.continuation.yield("\($0): \($1)") })
            _ = try await store.contains(sample.references[0], in: sample.force)
            let told = await alarms.stream.first { _ in true }
            #expect(told == "gwent: a file of a case is missing: run 'soh store verify'")
        }
    }

    @Test func whatIsNeitherFinishedNorSentLeavesNothing() async throws {
        try await SampleStore.with(cases: 1) { sample in
            for isDiscarded in [true, false] {
                var incoming: IncomingFile? = try await sample.store.receive(
                    FileDeclaration(name: "x", type: ""), sealedWith: nil, for: sample.force)
                try await incoming?.write(Array(repeating: 1, count: 1_000_000))
                if isDiscarded { await incoming?.discard() }
                incoming = nil
                // The thread that wrote last may hold on to the file a moment longer.
                let deadline = ContinuousClock.now + .seconds(20)
                var left = [""]
                while !left.isEmpty, ContinuousClock.now < deadline {
                    left = try FileTree.read("\(sample.path)/spool").keys.filter { !$0.hasSuffix(".lock") }
                    await Task.yield()
                }
                #expect(left.isEmpty)
            }
        }
    }

    /// It comes in at 14:13:20.
    @Test func aFileKnowsTheHourOnly() async throws {
        try await SampleStore.with(cases: 1) { sample in
            let name = try #require(try FileTree.read("\(sample.path)/evidence").keys.first)
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(sample.path)/evidence/\(name)")
            #expect(attributes[.modificationDate] as? Date == Date(timeIntervalSince1970: 1_789_999_200))
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func filesAreRefusedBeforeWordsAre() async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: folder, floor: .max)
            let force = try SampleSubmission.force()
            let fault = try await #require(throws: StoreFault.self) {
                try await store.receive(FileDeclaration(name: "x", type: ""), sealedWith: nil, for: force)
            }
            #expect(fault.code == .noRoom)
            _ = try await store.accept(try SampleSubmission.make(), for: force)
        }
    }

    @Test(arguments: [-86_400 * 400, -1, 86_400 * 400] as [TimeInterval])
    func aClockThatJumpsLosesNothing(seconds: TimeInterval) async throws {
        let clock = TestClock()
        try await SampleStore.with(cases: 3, clock) { sample in
            let key = DraftKey()
            let first = try await sample.store.accept(
                try SampleSubmission.make(draft: key, received: clock.now), for: sample.force)
            let go = try await sample.store.accept(try SampleSubmission.anonymous(), for: sample.force)
            clock.advance(by: seconds)
            let again = try await sample.store.accept(
                try SampleSubmission.make(draft: key, received: clock.now), for: sample.force)
            #expect(first == again)
            let repeated = try await sample.store.accept(try SampleSubmission.anonymous(), for: sample.force)
            #expect((repeated == go) == (seconds == -1), "a case too many is better than one too few")
            #expect(try await sample.store.allCases(in: sample.force).count == (seconds == -1 ? 5 : 6))
            #expect(try await sample.verify().findings.isEmpty)
        }
    }
}
