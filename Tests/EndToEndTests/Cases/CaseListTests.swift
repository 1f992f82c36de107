import CaseSamples
import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct CaseListTests {
        @Test func aLineTellsWhatToDoNext() async throws {
            try await Casework.with { work in
                let late = try await work.accept(try SampleReport.make(due: 14 * SampleReport.day))
                let soon = try await work.accept(try SampleReport.make(due: 2 * SampleReport.day))
                let old = try await work.accept(try SampleReport.make())
                let new = try await work.accept(try SampleReport.make(after: 1))
                let done = try await work.accept(try SampleReport.make(due: SampleReport.day))
                let away = try await work.accept(try SampleReport.make(), for: "kent")
                _ = try await work.output(["status", "\(done)", "closed"])
                let none = "-" + String(repeating: " ", count: 19)
                #expect(
                    try await work.output(["list"]) == """
                        \(soon)  2026-09-23T14:13:20Z  2026-09-21T14:13:20Z  gwent  theft  cy  new
                        \(late)  2026-10-05T14:13:20Z  2026-09-21T14:13:20Z  gwent  theft  cy  new
                        \(new)  \(none)  2026-09-21T14:13:21Z  gwent  theft  cy  new
                        \(old)  \(none)  2026-09-21T14:13:20Z  gwent  theft  cy  new
                        \(done)  \(none)  2026-09-21T14:13:20Z  gwent  theft  cy  closed
                        \(away)  \(none)  2026-09-21T14:13:20Z  kent   theft  cy  new

                        """)
                for reference in [late, soon, old, new] {
                    #expect(try await work.events(of: reference) == [], "a list tells nothing of a case")
                }
            }
        }

        @Test func filtersFindWhatTheyName() async throws {
            try await Casework.with { work in
                let ladder = try await work.accept(try SampleReport.make("A ladder was taken"))
                let bike = try await work.accept(
                    try SampleReport.make("A bike was taken", after: SampleReport.day))
                let fraud = try SampleReport.form("fraud", code: "FRA")
                let letter = try await work.accept(try SampleReport.make("A letter", definition: fraud))
                let away = try await work.accept(try SampleReport.make("A boat was taken"), for: "kent")
                _ = try await work.output(["status", "\(ladder)", "waiting"])
                let table: [([String], [Reference])] = [
                    (["--force", "kent"], [away]), (["--force", "gwent", "--form", "fraud"], [letter]),
                    (["--form", "unknown"], []), (["--status", "waiting"], [ladder]), (["--status", "closed"], []),
                    (["--since", "2026-09-22"], [bike]), (["--since", "2026-09-22T14:13:20Z"], [bike]),
                    (["--since", "2026-09-22T15:13:21+01:00"], []),
                    (["--since", "2026-09-21", "--text", "boa"], [away]),
                    (["--text", "TAKEN lad"], [ladder]), (["--text", "\(bike)"], [bike]), (["--text", "\"* OR ("], []),
                    (["--limit", "1"], [bike]), (["--limit", "4", "--force", "kent"], [away]),
                    (["--form", "theft", "--status", "new", "--limit", "2"], [bike, away]),
                ]
                for (options, expected) in table {
                    let listed = try await work.output(["list"] + options)
                    #expect(Self.references(listed) == expected.map(\.description), "\(options)")
                }
            }
        }

        @Test func aListOfManyPagesTellsEachCaseOnce() async throws {
            try await Casework.with { work in
                let count = 1_003
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<count {
                        let submission = try SampleReport.make(after: TimeInterval(number / 3))
                        group.addTask { _ = try await work.accept(submission) }
                    }
                    try await group.waitForAll()
                }
                let stored = try await work.store.allCases(in: try SampleReport.force("gwent"))
                let expected = stored.map(\.reference.description)
                #expect(Set(expected).count == count)
                #expect(Self.references(try await work.output(["list"])) == expected)
                #expect(
                    Self.references(try await work.output(["list", "--limit", "501"])) == Array(expected.prefix(501)))
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                let whole = try stored.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
                let json = try await work.output(["list", "--format", "json"])
                let isEqual = json == whole.joined()
                #expect(isEqual)
                let last = try #require(stored.last?.reference)
                #expect(try await work.events(of: last).map(\.kind) == [.viewed])
            }
        }

        private static func references(_ listed: String) -> [String] {
            listed.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
        }
    }
}
