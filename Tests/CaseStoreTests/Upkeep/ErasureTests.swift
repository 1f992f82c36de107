import CaseSamples
import Forms
import Foundation
import TestSupport
import Testing

@testable import CaseStore

@Suite struct ErasureTests {
    static let day = 86_400.0
    private static let access = Access(by: "records", purpose: "review")

    static func rule(_ period: RetentionRule.Period, from start: RetentionRule.Start) -> RetentionRule {
        RetentionRule(
            name: "thefts", forms: [FormID(rawValue: "theft")].compactMap { $0 }, period: period, start: start,
            basis: "MoPI")
    }

    @Test func onlyWhatIsClosedForLongEnoughAndNotHeldIsErased() async throws {
        let clock = TestClock()
        try await SampleStore.with(cases: 4, clock) { sample in
            let (store, force) = (sample.store, sample.force)
            let other = try await SampleStore.accept("other", in: store, form: "burglary")
            for reference in [sample.references[0], sample.references[1], other] {
                _ = try await store.set(.closed, because: nil, of: reference, in: force, by: Self.access)
            }
            _ = try await store.hold(sample.references[1], because: "court", in: force, by: Self.access)
            clock.advance(by: 300 * Self.day)
            _ = try await store.set(.closed, because: nil, of: sample.references[2], in: force, by: Self.access)
            let rules = [Self.rule(.init(1, .years), from: .closed)]
            #expect(try await Erasure.due(by: rules, in: force, of: store).isEmpty)
            clock.advance(by: 67 * Self.day)
            let due = try await Erasure.due(by: rules, in: force, of: store)
            #expect(due.map(\.reference) == Array(sample.references[..<2]) && due.map(\.isHeld) == [false, true])
            #expect(try await store.allCases(in: force).count == 5, "telling erases nothing")
            #expect(try await Erasure.erase(due, in: force, of: store, by: Self.access) == 1)
            let left = try await store.allCases(in: force).map(\.reference)
            #expect(Set(left) == Set(sample.references.dropFirst() + [other]))
            let verified = try await sample.verify()
            #expect(verified.findings.isEmpty && verified.counts.files == 0)
        }
    }

    @Test func aHoldThatIsSetAfterTheListWasMadeStillWins() async throws {
        let clock = TestClock()
        try await SampleStore.with(cases: 1, clock) { sample in
            clock.advance(by: 400 * Self.day)
            let rules = [Self.rule(.init(12, .months), from: .received)]
            let due = try await Erasure.due(by: rules, in: sample.force, of: sample.store)
            #expect(due.count == 1)
            _ = try await sample.store.hold(
                sample.references[0], because: "court", in: sample.force, by: Self.access)
            #expect(try await Erasure.erase(due, in: sample.force, of: sample.store, by: Self.access) == 0)
        }
    }

    /// Searches the bytes of all files for every word of what was erased: answers, person, narrative, file and its name.
    @Test func whatWasErasedIsGoneFromTheFiles() async throws {
        let clock = TestClock()
        try await SampleStore.with(cases: 400, clock) { sample in
            let kept = (0..<400).filter { $0 % 3 == 0 }
            for number in kept {
                _ = try await sample.store.hold(
                    sample.references[number], because: "court", in: sample.force, by: Self.access)
            }
            // A case that stays tells of one that goes.
            let link = CaseLink(.related, to: sample.references[1])
            _ = try await sample.store.link(sample.references[0], link, in: sample.force, by: Self.access)
            clock.advance(by: 400 * Self.day)
            let rules = [Self.rule(.init(90, .days), from: .received)]
            let due = try await Erasure.due(by: rules, in: sample.force, of: sample.store)
            #expect(try await Erasure.erase(due, in: sample.force, of: sample.store, by: Self.access) == 266)
            var all = Data()
            for data in try FileTree.read(sample.path).values { all += data + [0] }
            let text = String(decoding: all, as: UTF8.self)
            for number in 0..<400 {
                let isThere = text.contains("case\(number)word")
                #expect(isThere == (number % 3 == 0), "case\(number)word")
                let reference = sample.references[number].description
                #expect(text.contains(reference) == (number % 3 == 0), "\(reference)")
            }
            let verified = try await sample.verify()
            #expect(verified.findings == [] && verified.counts.cases == kept.count)
        }
    }

    @Test func twoDoNotTidyUpAtOnce() async throws {
        try await SampleStore.with(cases: 1) { sample in
            let lock = try UpkeepLock.take(sample.path)
            await #expect(throws: StoreFault.self) {
                try await Backup.make(of: sample.force, from: sample.path, to: "\(sample.folder)/copy")
            }
            withExtendedLifetime(lock) {}
        }
    }

    @Test(arguments: [
        (RetentionRule.Period(90, .days), "2026-08-24"), (.init(1, .months), "2026-10-22"),
        (.init(6, .years), "2020-11-22"),
    ])
    func aPeriodIsCountedBackByTheCalendar(period: RetentionRule.Period, expected: String) throws {
        let day = try #require(CalendarDate(iso: "2026-11-22"))
        #expect(period.before(day).description == expected)
    }
}
