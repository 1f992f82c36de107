import TestSupport
import Testing

extension EndToEnd {
    /// A disk that fails for a while.
    @Suite struct FaultTests {
        /// How many acknowledgements or refusals are waited for: many more than there are callers, so that all of them
        /// have met what there is to meet.
        private static let many = 20
        private static let load = ["--forces", "1", "--callers", "4", "--files"]

        @Test(.timeLimit(.minutes(5)), arguments: StorageFault.all)
        func case26WhatADiskHasNotTakenIsNotAcknowledgedAndWorkGoesOnWhenItTakesAgain(
            fault: StorageFault
        ) async throws {
            try await withTemporaryFolder { folder in
                let faults = try await FaultInjection(in: folder)
                let store = "\(folder)/store"
                let load = try LoadProgram(on: store, Self.load, environment: faults.environment)
                var before = LoadLog()
                try await load.read(into: &before) { $0.acknowledged.count >= Self.many }
                #expect(before.refused.isEmpty)

                try faults.set([fault.rule])
                try await load.readToNow(into: &before)
                var during = LoadLog()
                switch fault.reach {
                case .everything: try await load.read(into: &during) { $0.refused.count >= Self.many }
                case .files, .bytesOfFiles:
                    try await load.read(into: &during) { $0.refused.count > 4 && $0.acknowledged.count >= Self.many }
                case .nothing:
                    try await load.read(into: &during) { _ in faults.isMet }
                    let count = during.acknowledged.count
                    try await load.read(into: &during) { $0.acknowledged.count >= count + Self.many }
                }
                #expect(faults.isMet)
                let wrong = during.completed.filter(fault.stops)
                #expect(wrong.isEmpty, "acknowledged, and not on disk")
                let stopped = during.refused.keys.filter { !fault.stops($0) }
                #expect(stopped.isEmpty, "refused for nothing")
                #expect(during.refused.values.allSatisfy { $0 == ["unavailable"] })

                try faults.set([])
                try await load.readToNow(into: &during)
                var after = LoadLog()
                try await load.read(into: &after) { log in
                    guard log.acknowledged.count >= Self.many else { return false }
                    return fault.reach == .nothing || log.completed.contains(where: fault.stops)
                }
                try await load.kill(&after)
                var all = before
                all.add(during)
                all.add(after)
                try await StoreCheck(store: store, withFiles: true).expectAllOnceAndWhole(all)
            }
        }

        /// Nobody has to see to it: a few failures are over before they are looked for. Some of them are met when the
        /// database is opened anew.
        @Test(
            .timeLimit(.minutes(5)),
            arguments: ["sync /cases.sqlite-wal$ EIO 3", "write /cases.sqlite-wal$ EIO 3"])
        func aDiskThatFailsAFewTimesIsWorkedWithAgain(rule: String) async throws {
            try await withTemporaryFolder { folder in
                let faults = try await FaultInjection(in: folder)
                let store = "\(folder)/store"
                let load = try LoadProgram(on: store, Self.load, environment: faults.environment)
                var log = LoadLog()
                try await load.read(into: &log) { $0.acknowledged.count >= Self.many }
                try faults.set([rule])
                try await load.read(into: &log) { !$0.refused.isEmpty }
                let count = log.acknowledged.count
                try await load.read(into: &log) { $0.acknowledged.count >= count + Self.many }
                try await load.kill(&log)
                try await StoreCheck(store: store, withFiles: true).expectAllOnceAndWhole(log)
            }
        }
    }
}
