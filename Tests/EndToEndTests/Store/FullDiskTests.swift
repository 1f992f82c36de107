import CaseSamples
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// A disk that is full, and has room again.
    @Suite(.enabled(if: getuid() == 0, "it takes root to mount a disk")) struct FullDiskTests {
        /// How many acknowledgements or refusals are waited for.
        private static let many = 20
        private static let words = ["--forces", "1", "--callers", "4"]

        @Test(.timeLimit(.minutes(5)))
        func case26WordsAreRefusedOnAFullDiskAndTakenWhenThereIsRoom() async throws {
            try await Self.withDisk(megabytes: 32) { disk in
                let store = "\(disk.path)/store"
                let load = try LoadProgram(on: store, Self.words)
                var log = LoadLog()
                try await load.read(into: &log) { $0.acknowledged.count >= Self.many }
                #expect(log.refused.isEmpty)
                try disk.fillToTheBrim()
                try await load.read(into: &log) { $0.refused.count >= Self.many }
                #expect(log.refused.values.allSatisfy { $0 == ["unavailable"] })
                try await Self.expectRecovery(of: load, on: disk, &log)
                try await StoreCheck(store: store, withFiles: false).expectAllOnceAndWhole(log)
            }
        }

        /// After a checkpoint the log begins anew in the file that it has, while the database would have to grow: then
        /// only the next checkpoint fails.
        @Test(.timeLimit(.minutes(5)))
        func wordsAreTakenOnAFullDiskAsLongAsTheLogHasRoom() async throws {
            try await Self.withDisk(megabytes: 64) { disk in
                try disk.fill(leaving: 24 << 20)
                let store = "\(disk.path)/store"
                let database = "\(store)/gwent/cases.sqlite"
                let load = try LoadProgram(on: store, Self.words)
                var log = LoadLog()
                try await load.read(into: &log) { !$0.acknowledged.isEmpty }
                let length = try Self.length(of: database)
                try await load.read(into: &log) { _ in try Self.length(of: database) > length }
                try await load.readToNow(into: &log)
                // What is committed from now on is committed after that checkpoint.
                var next = LoadLog()
                try await load.read(into: &next) { !$0.completed.isEmpty }
                log.add(next)
                try disk.fillToTheBrim()
                let filled = try Self.length(of: database)
                try await load.readToNow(into: &log)
                #expect(log.refused.isEmpty)
                var during = LoadLog()
                try await load.read(into: &during) { !$0.refused.isEmpty }
                #expect(!during.completed.isEmpty)
                #expect(try Self.length(of: database) == filled)
                log.add(during)
                try await Self.expectRecovery(of: load, on: disk, &log)
                try await StoreCheck(store: store, withFiles: false).expectAllOnceAndWhole(log)
            }
        }

        @Test(.timeLimit(.minutes(5)))
        func filesAreRefusedBeforeWordsAre() async throws {
            try await Self.withDisk(megabytes: 64) { disk in
                try disk.fill(leaving: 24 << 20)
                let store = "\(disk.path)/store"
                let load = try LoadProgram(on: store, Self.words + ["--files", "--floor", "\(32 << 20)"])
                var log = LoadLog()
                try await load.read(into: &log) { $0.refused.count > 4 && $0.acknowledged.count >= Self.many }
                #expect(log.refused.values.allSatisfy { $0 == ["no-room"] })
                let words = log.refused.keys.filter { !CaseSample.hasFile($0) }
                #expect(words.isEmpty, "words were refused")
                let files = log.acknowledged.keys.filter(CaseSample.hasFile)
                #expect(files.isEmpty, "files were taken")

                try disk.empty()
                try await load.readToNow(into: &log)
                var after = LoadLog()
                try await load.read(into: &after) { $0.acknowledged.keys.contains(where: CaseSample.hasFile) }
                try await load.kill(&after)
                log.add(after)
                try await StoreCheck(store: store, withFiles: true).expectAllOnceAndWhole(log)
            }
        }

        private static func withDisk(megabytes: Int, _ body: (SmallDisk) async throws -> Void) async throws {
            try await withTemporaryFolder { folder in
                try await SmallDisk.with(megabytes: megabytes, at: "\(folder)/disk", body)
            }
        }

        /// It goes on by itself when there is room.
        private static func expectRecovery(
            of load: LoadProgram, on disk: SmallDisk, _ log: inout LoadLog
        ) async throws {
            try disk.empty()
            try await load.readToNow(into: &log)
            var after = LoadLog()
            try await load.read(into: &after) { $0.acknowledged.count >= many }
            try await load.kill(&after)
            log.add(after)
        }

        /// In bytes.
        private static func length(of path: String) throws -> Int {
            var status = stat()
            let code = stat(path, &status)
            try #require(code == 0)
            return Int(status.st_size)
        }
    }
}
