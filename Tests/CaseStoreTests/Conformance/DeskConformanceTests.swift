import CaseSamples
import Forms
import Foundation
import Testing

@testable import CaseStore

/// What any engine has to do for the people who work on cases.
@Suite struct DeskConformanceTests {
    private static let access = Access(by: "PC 1234", purpose: "enquiry")
    private static let day = 86_400.0

    @Test(arguments: Engine.allCases)
    func casesAreSortedByClockThenNewestFirstAndClosedOnesLast(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            func accept(_ text: String, after hours: Double, due: Double?) async throws -> Reference {
                var submission = try SampleSubmission.make(text: text)
                submission.received += hours * 3_600
                if let due { submission.clocks = [Clock(label: "due", due: SampleSubmission.time + due * Self.day)] }
                return try await store.accept(submission, for: force)
            }
            let old = try await accept("old", after: 0, due: nil)
            let late = try await accept("late", after: 1, due: 9)
            let new = try await accept("new", after: 2, due: nil)
            let soon = try await accept("soon", after: 3, due: 2)
            let done = try await accept("done", after: 4, due: 1)
            #expect(try await store.set(.closed, because: "solved", of: done, in: force, by: Self.access))
            #expect(try await store.allCases(in: force).map(\.reference) == [soon, late, new, old, done])
            let summaries = try await store.summaries(
                in: force, matching: CaseFilter(), after: nil, limit: 2, by: Self.access)
            #expect(summaries.cases.map(\.reference) == [soon, late])
            #expect(summaries.cases.map(\.due) == [2, 9].map { SampleSubmission.time + $0 * Self.day })
            #expect(try await store.set(.open, because: nil, of: done, in: force, by: Self.access))
            #expect(try await store.allCases(in: force).map(\.reference) == [done, soon, late, new, old])
        }
    }

    @Test(arguments: Engine.allCases, [1, 2, 3, 7, 100])
    func pagesOfAnySizeTellEachCaseOnce(engine: Engine, size: Int) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            for number in 0..<23 {
                var submission = try SampleSubmission.make(text: "\(number)")
                submission.received += TimeInterval(number / 4)
                if number % 3 == 0 {
                    submission.clocks = [Clock(label: "c", due: SampleSubmission.time + Double(number / 6) * Self.day)]
                }
                let reference = try await store.accept(submission, for: force)
                if number % 5 == 0 {
                    _ = try await store.set(.closed, because: nil, of: reference, in: force, by: Self.access)
                }
            }
            var references: [Reference] = []
            var cursor: CaseCursor?
            repeat {
                let page = try await store.summaries(
                    in: force, matching: CaseFilter(), after: cursor, limit: size, by: Self.access)
                #expect(page.cases.count <= size)
                references += page.cases.map(\.reference)
                cursor = page.next
            } while cursor != nil
            #expect(references == (try await store.allCases(in: force).map(\.reference)))
            #expect(Set(references).count == 23)
        }
    }

    @Test(arguments: Engine.allCases)
    func filtersFindWhatTheyName(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let lamp = try await store.accept(try SampleSubmission.make(text: "Lamp on Café Road"), for: force)
            let bike = try await store.accept(
                try SampleSubmission.make(
                    text: "A bike \"stolen\"", form: "burglary", received: SampleSubmission.time + 60),
                for: force)
            _ = try await store.set(.waiting, because: nil, of: lamp, in: force, by: Self.access)
            let form = try SampleSubmission.form("burglary")
            let table: [(CaseFilter, [Reference])] = [
                (CaseFilter(form: form), [bike]), (CaseFilter(status: .waiting), [lamp]),
                (CaseFilter(status: .closed), []), (CaseFilter(since: SampleSubmission.time + 1), [bike]),
                (CaseFilter(since: SampleSubmission.time), [bike, lamp]), (CaseFilter(text: "cafe ro"), [lamp]),
                (CaseFilter(text: "STOLEN bike"), [bike]), (CaseFilter(text: "bike lamp"), []),
                (CaseFilter(text: bike.description), [bike]), (CaseFilter(text: "\"* OR NEAR("), []),
                (CaseFilter(text: "…"), []), (CaseFilter(form: form, status: .new, text: "bi"), [bike]),
            ]
            for (filter, expected) in table {
                let found = try await store.allCases(in: force, matching: filter).map(\.reference)
                #expect(found == expected, "\(filter)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func everythingThatIsDoneIsAnEventWithWhoAndWhy(engine: Engine) async throws {
        let clock = TestClock()
        try await engine.with(clock) { store, _ in
            let force = try SampleSubmission.force()
            let reference = try await store.accept(try SampleSubmission.make(), for: force)
            let other = try await store.accept(try SampleSubmission.make(), for: force)
            clock.advance(by: 60)
            #expect(try await store.note("Called back", on: reference, in: force, by: Self.access))
            #expect(try await store.set(.open, because: "taken on", of: reference, in: force, by: Self.access))
            #expect(
                try await store.link(
                    reference, CaseLink(.duplicate, to: other), in: force, by: Self.access))
            #expect(try await store.hold(reference, because: "court", in: force, by: Self.access))
            let held = try #require(try await store.file(reference, in: force, as: .exported, by: Self.access))
            #expect(held.record.hold == "court" && held.record.status == .open)
            #expect(held.links == [CaseLink(.duplicate, to: other)])
            #expect(try await store.hold(reference, because: nil, in: force, by: Self.access))
            let file = try #require(try await store.file(reference, in: force, as: .viewed, by: Self.access))
            #expect(file.record.hold == nil)
            func event(_ kind: CaseEvent.Kind, _ subject: String? = nil, _ text: String? = nil) -> CaseEvent {
                CaseEvent(kind, at: clock.now, by: Self.access, subject: subject, text: text)
            }
            #expect(
                Array(file.events.dropFirst()) == [
                    event(.note, nil, "Called back"), event(.status, "open", "taken on"),
                    event(.linked, other.description, "duplicate"), event(.retention, "held", "court"),
                    event(.exported), event(.retention, "released"), event(.viewed),
                ])
            let twin = try #require(try await store.file(other, in: force, as: .viewed, by: Self.access))
            #expect(twin.links == [CaseLink(.duplicate, to: reference)])
        }
    }

    @Test(arguments: Engine.allCases)
    func whatIsNotThereIsNotChanged(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let there = try await store.accept(try SampleSubmission.make(), for: force)
            let missing = try await store.accept(try SampleSubmission.make(), for: try SampleSubmission.force("kent"))
            #expect(try await store.note("x", on: missing, in: force, by: Self.access) == false)
            #expect(try await store.set(.open, because: nil, of: missing, in: force, by: Self.access) == false)
            #expect(try await store.hold(missing, because: "x", in: force, by: Self.access) == false)
            #expect(try await store.file(missing, in: force, as: .viewed, by: Self.access) == nil)
            for (one, two) in [(there, missing), (missing, there), (there, there)] {
                let isLinked = try await store.link(one, CaseLink(.related, to: two), in: force, by: Self.access)
                #expect(!isLinked)
            }
            let none = try await store.handOut(EvidenceID(), of: there, in: force, by: Self.access) { _ in }
            #expect(none == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func aCaseIsHandedOutInTheShapeOfTheContract(engine: Engine) async throws {
        try await engine.with { store, _ in
            let force = try SampleSubmission.force()
            let file = try await store.receive(
                FileDeclaration(name: "a.txt", type: "text/plain"), sealedWith: nil, for: force)
            try await file.write(Array("abc".utf8))
            var submission = try SampleSubmission.make(text: "x")
            submission.files = [SubmittedFile(try await file.finish(), at: try SampleSubmission.place())]
            submission.clocks = [Clock(label: "Notice", due: SampleSubmission.time)]
            let reference = try await store.accept(submission, for: force)
            let record = try #require(try await store.record(reference, in: force))
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let json = String(decoding: try encoder.encode(record), as: UTF8.self)
            let digest = submission.definition.digest
            #expect(
                json == """
                    {"answers":{"place":{"what":"x"}},"channel":"web",\
                    "clocks":[{"due":"2026-09-21T14:13:20Z","label":"Notice"}],"definition":"\(digest)",\
                    "evidence":[{"bytes":3,"id":"\(file.id)","kind":"text/plain","name":"a.txt",\
                    "sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}],\
                    "force":"gwent","form":"theft","language":"cy",\
                    "received":"2026-09-21T14:13:20Z","reference":"\(reference)","status":"new"}
                    """)
        }
    }
}
