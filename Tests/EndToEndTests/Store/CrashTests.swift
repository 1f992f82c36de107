import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Processes that are killed at random moments while they take in reports, as where memory runs out.
    @Suite struct CrashTests {
        /// How many processes are killed. `make soak` asks for more.
        static let crashes = ProcessInfo.processInfo.environment["SOH_CRASHES"].flatMap { Int($0) } ?? 20
        /// How long a process goes on after its first acknowledgement, in milliseconds.
        private static let moments = 40...250
        private static let seed: UInt64 = 23

        @Test(.timeLimit(.minutes(10 + crashes)))
        func case23WhatWasAcknowledgedIsThereOnceAfterAnyNumberOfKills() async throws {
            try await withTemporaryFolder { folder in
                let check = StoreCheck(store: "\(folder)/store", withFiles: true)
                var generator = SeededGenerator(seed: Self.seed)
                var all = LoadLog()
                var unchecked = LoadLog()
                for crash in 1...Self.crashes {
                    let load = try Self.start(on: check.store, seed: crash, callers: 16)
                    var log = LoadLog()
                    try await load.read(into: &log) { !$0.acknowledged.isEmpty }
                    try await Self.waitAtRandom(&generator)
                    try await load.kill(&log)
                    #expect(log.refused.isEmpty)
                    all.add(log)
                    unchecked.add(log)
                    if crash.isMultiple(of: 5) { try await check.expectVerified() }
                    // Every other time it is not the check that first meets what was left behind, but the next load.
                    if crash.isMultiple(of: 2) {
                        try await check.expectFound(unchecked)
                        unchecked = LoadLog()
                    }
                }
                #expect(all.acknowledged.count > Self.crashes)
                try await check.expectAllOnceAndWhole(all)
            }
        }

        /// A restart begins the next process before the last one has ended. A backup is taken while both are at work.
        @Test(.timeLimit(.minutes(10)))
        func aRestartThatOverlapsLosesNothingAndABackupMeanwhileIsWhole() async throws {
            try await withTemporaryFolder { folder in
                let check = StoreCheck(store: "\(folder)/store", withFiles: true)
                var generator = SeededGenerator(seed: Self.seed)
                var all = LoadLog()
                // At the pace of a very busy day: what is not sent need not be looked at.
                var load = try Self.start(on: check.store, seed: 0, callers: 4, pause: 50)
                var log = LoadLog()
                try await load.read(into: &log) { !$0.acknowledged.isEmpty }
                for restart in 1...6 {
                    let next = try Self.start(on: check.store, seed: restart, callers: 4, pause: 50)
                    var nextLog = LoadLog()
                    try await next.read(into: &nextLog) { !$0.acknowledged.isEmpty }
                    #expect(load.isRunning, "both take in reports now")
                    let copied = try await Program.run(
                        "soh", ["store", "backup", "--store", check.store, "--to", "\(folder)/copy"])
                    #expect(copied.status == 0, "\(copied.errors)")
                    try await Self.waitAtRandom(&generator)
                    try await load.kill(&log)
                    all.add(log)
                    // The one that is left goes on.
                    try await next.readToNow(into: &nextLog)
                    let count = nextLog.acknowledged.count
                    try await next.read(into: &nextLog) { $0.acknowledged.count > count + 20 }
                    (load, log) = (next, nextLog)
                }
                try await load.kill(&log)
                all.add(log)
                try await check.expectAllOnceAndWhole(all)
                let restored = try await Program.run(
                    "soh", ["store", "restore", "--from", "\(folder)/copy", "--store", "\(folder)/restored"])
                #expect(restored.status == 0, "\(restored.errors)")
                try await StoreCheck(store: "\(folder)/restored", withFiles: true).expectVerified()
            }
        }

        /// - Parameter pause: How long each caller waits after a report, in milliseconds.
        private static func start(
            on store: String, seed: Int, callers: Int, pause: Int = 0
        ) throws -> LoadProgram {
            try LoadProgram(
                on: store,
                [
                    "--forces", "4", "--callers", "\(callers)", "--seed", "\(seed)", "--files", "--pause",
                    "\(pause)",
                ])
        }

        /// The moment of the kill is what the test is about. There is nothing else to wait for.
        private static func waitAtRandom(_ generator: inout SeededGenerator) async throws {
            try await Task.sleep(for: .milliseconds(Int.random(in: moments, using: &generator)))
        }
    }
}
