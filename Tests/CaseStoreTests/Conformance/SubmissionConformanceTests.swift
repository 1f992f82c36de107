import CaseSamples
import Forms
import Foundation
import Testing

@testable import CaseStore

/// What any engine has to do, whatever it is.
@Suite struct SubmissionConformanceTests {
    private static let access = Access(by: "PC 1234", purpose: "test")

    @Test(arguments: Engine.allCases)
    func whatWasAcceptedIsThereUnchangedAfterTheStoreIsOpenedAgain(engine: Engine) async throws {
        try await engine.with { store, reopen in
            let force = try SampleSubmission.force()
            var submission = try SampleSubmission.make()
            submission.person = Person(name: "Mair Ĵones", email: "m@example.org", born: "1985-03-27")
            let due = SampleSubmission.time + 14 * 86_400
            submission.clocks = [Clock(label: "Second", due: due + 60), Clock(label: "First", due: due)]
            let reference = try await store.accept(submission, for: force)
            #expect(reference.description.hasPrefix("GWE-THE-"))
            let again = try reopen()
            let file = try #require(try await again.file(reference, in: force, as: .viewed, by: Self.access))
            #expect(file.record.answers == submission.answers)
            #expect(file.record.language == .welsh && file.record.status == .new)
            #expect(file.record.signals == [.honeypot] && file.record.channel == .web)
            #expect(file.record.received == SampleSubmission.time)
            #expect(file.record.clocks.map(\.label) == ["First", "Second"])
            #expect(file.person == submission.person)
            #expect(file.definition == submission.definition)
            #expect(
                file.events == [
                    CaseEvent(.received, at: SampleSubmission.time),
                    CaseEvent(.viewed, at: SampleSubmission.time, by: Self.access),
                ])
            #expect(try await again.contains(reference, in: force))
            #expect(try await again.definition(submission.definition.digest, in: force) == submission.definition)
            #expect(try await again.forces() == [force])
        }
    }

    @Test(arguments: Engine.allCases)
    func case22aDraftThatIsSentFiftyTimesAtOnceIsOneCase(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let submission = try SampleSubmission.make(draft: DraftKey())
            let references = try await withThrowingTaskGroup(of: Reference.self) { group in
                for _ in 0..<50 { group.addTask { try await store.accept(submission, for: force) } }
                return try await group.reduce(into: [Reference]()) { $0.append($1) }
            }
            #expect(references.count == 50 && Set(references).count == 1)
            #expect(try await store.allCases(in: force).count == 1)
            #expect(try await store.reference(ofDraft: submission.draft, in: force) == references[0])
            #expect(try await store.reference(ofDraft: DraftKey(), in: force) == nil)
            let events = try await store.file(references[0], in: force, as: .viewed, by: Self.access)?.events ?? []
            #expect(events.filter { $0.kind == .repeated }.count == 49)
        }
    }

    @Test(arguments: Engine.allCases)
    func aDraftThatIsSentAgainWithOtherContentIsRefusedWithoutNamingTheFirst(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let key = DraftKey()
            let reference = try await store.accept(try SampleSubmission.make(draft: key), for: force)
            let fault = try await #require(throws: StoreFault.self) {
                try await store.accept(try SampleSubmission.make(draft: key, text: "other"), for: force)
            }
            #expect(fault.code == .conflict && !fault.description.contains("\(reference)"))
            #expect(try await store.allCases(in: force).count == 1)
        }
    }

    /// One in a batch that is refused, and one that no engine can take, fail alone.
    @Test(arguments: Engine.allCases)
    func oneBadSubmissionAmongManyFailsAlone(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let key = DraftKey()
            _ = try await store.accept(try SampleSubmission.make(draft: key), for: force)
            var broken = try SampleSubmission.make(text: "broken")
            broken.definition = StoredDefinition(digest: "too short", form: broken.definition.form, json: [])
            var submissions = try (0..<40).map { try SampleSubmission.make(text: "good \($0)") }
            submissions.insert(broken, at: 20)
            submissions.insert(try SampleSubmission.make(draft: key, text: "conflict"), at: 10)
            let faults = try await withThrowingTaskGroup(of: StoreFault?.self) { group in
                for submission in submissions {
                    group.addTask {
                        do {
                            _ = try await store.accept(submission, for: force)
                            return nil
                        } catch let fault as StoreFault {
                            return fault
                        }
                    }
                }
                return try await group.reduce(into: [StoreFault]()) { if let fault = $1 { $0.append(fault) } }
            }
            #expect(Set(faults.map(\.code)) == [.conflict, .unavailable] && faults.count == 2)
            #expect(try await store.allCases(in: force).count == 41)
        }
    }

    @Test(arguments: Engine.allCases, [0.0, 1, 59, 600, 660, 3_600])
    func theSameContentSentInOneGoIsOneReportForTenMinutes(engine: Engine, seconds: TimeInterval) async throws {
        let clock = TestClock()
        try await engine.with(clock) { store, reopen in
            let force = try SampleSubmission.force()
            let first = try await store.accept(try SampleSubmission.anonymous(), for: force)
            clock.advance(by: seconds)
            // Another process, with what the store keeps.
            let second = try await reopen().accept(try SampleSubmission.anonymous(), for: force)
            #expect((first == second) == (seconds <= 600))
            let kinds = try await store.file(first, in: force, as: .viewed, by: Self.access)?.events.map(\.kind)
            #expect(kinds == (seconds <= 600 ? [.received, .repeated, .viewed] : [.received, .viewed]))
        }
    }

    @Test(arguments: Engine.allCases)
    func otherContentAnotherFormAndADraftAreReportsOfTheirOwn(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            var other = try SampleSubmission.anonymous()
            other.definition = try SampleSubmission.definition(form: "burglary")
            var drafted = try SampleSubmission.anonymous()
            drafted.isSentInOneGo = false
            let submissions = [
                try SampleSubmission.anonymous(), try SampleSubmission.anonymous("another"), other, drafted,
            ]
            var references: Set<Reference> = []
            for submission in submissions { references.insert(try await store.accept(submission, for: force)) }
            let elsewhere = try await store.accept(
                try SampleSubmission.anonymous(), for: try SampleSubmission.force("kent"))
            #expect(references.count == 4 && !references.contains(elsewhere))
        }
    }

    @Test(arguments: Engine.allCases)
    func forcesAreKeptApart(engine: Engine) async throws {
        try await engine.with { store, _ in
            let (gwent, kent) = (try SampleSubmission.force(), try SampleSubmission.force("kent"))
            let reference = try await store.accept(try SampleSubmission.make(), for: gwent)
            #expect(try await store.contains(reference, in: kent) == false)
            #expect(try await store.allCases(in: kent).isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func anAnonymousCaseKnowsTheHourOnly(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            var submission = try SampleSubmission.anonymous()
            submission.clocks = [Clock(label: "Reply", due: SampleSubmission.time + 86_400)]
            let reference = try await store.accept(submission, for: force)
            _ = try await store.accept(submission, for: force)
            let file = try #require(try await store.file(reference, in: force, as: .viewed, by: Self.access))
            let hour = Date(timeIntervalSince1970: 1_789_999_200)
            #expect(file.record.received == hour)
            #expect(file.record.clocks.map(\.due) == [hour + 86_400])
            #expect(file.events.prefix(2).map(\.time) == [hour, hour])
        }
    }
}
