import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct CaseWorkTests {
        private static let who = ["--as", "PC 1234", "--purpose", "enquiry 7"]
        private static let access = Access(by: "PC 1234", purpose: "enquiry 7")

        @Test func whatIsDoneIsToldAndNotedWithWhoAndWhy() async throws {
            try await Casework.with { work in
                let (one, two) = (
                    try await work.accept(try SampleReport.make()), try await work.accept(try SampleReport.make())
                )
                let table: [([String], String, CaseEvent.Kind, String?, String?)] = [
                    (["note", "\(one)", "Called back"], "a note was added", .note, nil, "Called back"),
                    (["status", "\(one)", "open"], "the status is open", .status, "open", nil),
                    (
                        ["status", "\(one)", "closed", "--reason", "solved"], "the status is closed", .status, "closed",
                        "solved"
                    ),
                    (["hold", "\(one)", "--reason", "a court"], "on legal hold", .retention, "held", "a court"),
                    (["hold", "\(one)", "--release"], "no longer on legal hold", .retention, "released", nil),
                    (["link", "\(one)", "\(two)"], "linked to \(two) as related", .linked, "\(two)", "related"),
                    (
                        ["link", "\(one)", "\(two)", "--kind", "duplicate"], "linked to \(two) as duplicate", .linked,
                        "\(two)", "duplicate"
                    ),
                ]
                for (arguments, told, _, _, _) in table {
                    #expect(try await work.output(arguments + Self.who) == "\(one): \(told)\n")
                }
                let events = try await work.events(of: one)
                #expect(events.map(\.kind) == table.map(\.2))
                #expect(events.map(\.subject) == table.map(\.3))
                #expect(events.map(\.text) == table.map(\.4))
                #expect(events.allSatisfy { $0.access == Self.access })
                let file = try await work.file(two)
                #expect(file.links == [CaseLink(.duplicate, to: one)])
                #expect(try await work.file(one).record.status == .closed)
            }
        }

        @Test func aNoteComesFromStandardInputToo() async throws {
            try await Casework.with { work in
                let reference = try await work.accept(try SampleReport.make())
                let longest = String(repeating: "ŵ", count: 10_000)
                for (typed, noted) in [("One\n\ntwo é\r\n\n", "One\n\ntwo é"), (longest + "\n", longest)] {
                    _ = try await work.output(["note", "\(reference)", "-"], input: typed)
                    #expect(try await work.events(of: reference).last?.text == noted)
                }
                for input in [" \n\u{200B}\n", "a\u{0}b", longest + "x", String(repeating: "x", count: 1_000_000)] {
                    let refused = try await work.soh(["note", "\(reference)", "-"], input: input)
                    #expect(refused.status == 1 && refused.output == "")
                    #expect(refused.errors.hasPrefix("soh: the note is "))
                }
                _ = try await work.output(["note", "\(reference)", "--", "- by telephone"])
                #expect(try await work.events(of: reference).last?.text == "- by telephone")
                #expect(try await work.events(of: reference).count == 3)
            }
        }

        @Test func whoeverGivesNoNameIsNotedByThatOfTheirLogin() async throws {
            try await Casework.with { work in
                let reference = try await work.accept(try SampleReport.make())
                _ = try await work.output(["show", "\(reference)"])
                let login = try await Program.run("/usr/bin/id", ["-un"]).output
                let access = try #require(try await work.events(of: reference).first?.access)
                #expect(access == Access(by: login.trimmingCharacters(in: .whitespacesAndNewlines)))
            }
        }
    }
}
