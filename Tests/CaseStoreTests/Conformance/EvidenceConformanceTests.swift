import CaseSamples
import Crypto
import Forms
import Foundation
import Synchronization
import Testing

@testable import CaseStore

/// What any engine has to do with files.
@Suite struct EvidenceConformanceTests {
    private static let access = Access(by: "PC 1234")
    /// Around the pieces of a seal and of a write.
    static let lengths = [0, 1, 65_535, 65_536, 65_537, 131_072, 524_288, 600_001]

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 9) }
    }

    /// What `handOut` gives.
    static func handedOut(
        _ id: EvidenceID, of reference: Reference, in force: ForceID, by store: any CaseStore
    ) async throws -> [UInt8]? {
        let bytes = Collected()
        let record = try await store.handOut(id, of: reference, in: force, by: access) { bytes.append($0) }
        return record == nil ? nil : bytes.all
    }

    @Test(arguments: Engine.allCases, lengths)
    func aFileComesOutAsItCameIn(engine: Engine, length: Int) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let sent = Self.bytes(length)
            let incoming = try await store.receive(
                FileDeclaration(name: "x", type: ""), sealedWith: nil, for: force)
            for start in stride(from: 0, to: length, by: 10_007) {
                try await incoming.write(sent[start..<min(start + 10_007, length)])
            }
            let file = try await incoming.finish()
            #expect(file.bytes == length && file.sha256 == SHA256.hash(data: sent).hexadecimal)
            var submission = try SampleSubmission.make()
            submission.files = [SubmittedFile(file, at: try SampleSubmission.place())]
            let reference = try await store.accept(submission, for: force)
            #expect(try await Self.handedOut(file.id, of: reference, in: force, by: store) == sent)
            let kinds = try await store.file(reference, in: force, as: .viewed, by: Self.access)?.events
            #expect(
                kinds?.contains(
                    CaseEvent(.exported, at: SampleSubmission.time, by: Self.access, subject: file.id.rawValue)) == true
            )
        }
    }

    @Test(arguments: Engine.allCases, lengths)
    func aFileOfADraftIsKeptUntilTheDraftIsSent(engine: Engine, length: Int) async throws {
        try await engine.with { store, reopen in
            let force = try SampleSubmission.force()
            let (key, place) = (DraftKey(), try SampleSubmission.place())
            let definition = try SampleSubmission.definition()
            try await store.save(StepEntry(), for: place.entry, in: key, judgedBy: definition, force: force)
            let sent = Self.bytes(length)
            let incoming = try await store.receive(
                FileDeclaration(name: "holiday.jpg", type: "image/jpeg"), sealedWith: key, for: force)
            try await incoming.write(sent)
            try await store.keep(try await incoming.finish(), for: place, in: key, force: force)
            let again = try reopen()
            let draft = try #require(try await again.draft(key, of: definition.form, in: force))
            #expect(draft.files.map(\.file.declaration.name) == ["holiday.jpg"])
            var submission = try SampleSubmission.make(draft: key)
            submission.files = draft.files
            let reference = try await again.accept(submission, for: force)
            try await again.delete(key, in: force)
            let evidence = try #require(try await again.record(reference, in: force)?.evidence.first)
            #expect(evidence.file.bytes == length && evidence.file.id != draft.files[0].file.id)
            #expect(try await Self.handedOut(evidence.file.id, of: reference, in: force, by: again) == sent)
        }
    }

    @Test(arguments: Engine.allCases)
    func aDraftWithFilesThatIsSentTwiceIsOneCaseWithOneFile(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let (key, place) = (DraftKey(), try SampleSubmission.place())
            try await store.save(
                StepEntry(), for: place.entry, in: key, judgedBy: try SampleSubmission.definition(), force: force)
            let incoming = try await store.receive(
                FileDeclaration(name: "a", type: ""), sealedWith: key, for: force)
            try await incoming.write(Self.bytes(100))
            let file = SubmittedFile(try await incoming.finish(), at: place)
            try await store.keep(file.file, for: place, in: key, force: force)
            var submission = try SampleSubmission.make(draft: key)
            submission.files = [file]
            let first = try await store.accept(submission, for: force)
            #expect(try await store.accept(submission, for: force) == first)
            #expect(try await store.allCases(in: force).flatMap(\.evidence).count == 1)
            var other = submission
            other.files = []
            await #expect(throws: StoreFault.self) { try await store.accept(other, for: force) }
        }
    }

    /// A form without a draft whose key was used for another report: it is a report of its own, with its file.
    @Test(arguments: Engine.allCases)
    func whatIsRefusedCanBeSentWithItsFilesUnderAnotherKey(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let key = DraftKey()
            _ = try await store.accept(try SampleSubmission.make(draft: key, text: "first"), for: force)
            let incoming = try await store.receive(
                FileDeclaration(name: "a", type: ""), sealedWith: nil, for: force)
            try await incoming.write(Self.bytes(100))
            var submission = try SampleSubmission.make(draft: key, text: "second")
            submission.files = [SubmittedFile(try await incoming.finish(), at: try SampleSubmission.place())]
            let fault = try await #require(throws: StoreFault.self) {
                try await store.accept(submission, for: force)
            }
            #expect(fault.code == .conflict)
            submission.draft = DraftKey()
            let reference = try await store.accept(submission, for: force)
            let sent = try await Self.handedOut(incoming.id, of: reference, in: force, by: store)
            #expect(sent == Self.bytes(100))
        }
    }

    @Test(arguments: Engine.allCases)
    func aFileThatIsRemovedFromADraftIsGone(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let (key, place, form) = (DraftKey(), try SampleSubmission.place(), try SampleSubmission.form())
            try await store.save(
                StepEntry(), for: place.entry, in: key, judgedBy: try SampleSubmission.definition(), force: force)
            var ids: [EvidenceID] = []
            for name in ["a", "b"] {
                let incoming = try await store.receive(
                    FileDeclaration(name: name, type: ""), sealedWith: key, for: force)
                let file = try await incoming.finish()
                ids.append(file.id)
                try await store.keep(file, for: place, in: key, force: force)
            }
            try await store.remove(ids[0], from: DraftKey(), in: force)
            #expect(try await store.draft(key, of: form, in: force)?.files.count == 2, "another's key removes nothing")
            try await store.remove(ids[0], from: key, in: force)
            #expect(try await store.draft(key, of: form, in: force)?.files.map(\.file.id) == [ids[1]])
        }
    }

    private final class Collected: Sendable {
        private let bytes = Mutex<[UInt8]>([])

        func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }

        var all: [UInt8] { bytes.withLock { $0 } }
    }
}
