import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct CaseRefusalTests {
        /// It is right, and in no store.
        private static let missing = "GWE-BUR-7K3M-Q9ZT-01VX-8"

        @Test func aRefusalIsOneLineAndChangesNothing() async throws {
            try await Casework.with { work in
                let reference = try await work.accept(try SampleReport.make())
                let away = try await work.accept(try SampleReport.make(), for: "kent")
                let (case_, none) = ("\(reference)", String(repeating: "0", count: 32))
                let table: [([String], String)] = [
                    (["list", "--force", "x"], "the store has no cases of 'x'"),
                    (["list", "--status", "done"], "'done' is not a status: choose one of new, open, waiting, closed"),
                    (["export", "--status", ""], "'' is not a status: choose one of new, open, waiting, closed"),
                    (
                        ["list", "--form", "Th\u{1B}eft"],
                        "'Th␛eft' is not the id of a form: it has lower-case letters, digits and hyphens, such as "
                            + "'burglary'"
                    ),
                    (["show", Self.missing], "the store has no case \(Self.missing)"),
                    (["show", case_, "--force", "kent"], "the store has no case \(case_)"),
                    (["show", "GWE-1"], "that is not a reference: a symbol of 'GWE-1' is wrong or missing"),
                    (["evidence", case_, none, "--output", "out"], "the case \(case_) has no file '\(none)'"),
                    (["evidence", case_, "../x", "--output", "out"], "the case \(case_) has no file '../x'"),
                    (["note", case_, ""], "the note is empty"),
                    (["note", case_, "\u{A0}\n"], "the note is empty"),
                    (
                        ["note", case_, String(repeating: "x", count: 10_001)],
                        "the note is too long: it may have 10,000 characters"
                    ),
                    (["note", Self.missing, "x"], "the store has no case \(Self.missing)"),
                    (["status", case_, "New"], "'New' is not a status: choose one of new, open, waiting, closed"),
                    (["status", Self.missing, "open"], "the store has no case \(Self.missing)"),
                    (["hold", Self.missing, "--release"], "the store has no case \(Self.missing)"),
                    (["link", case_, case_], "a case is not linked to itself"),
                    (["link", case_, "\(away)"], "gwent has no case \(away): only cases of one force are linked"),
                    (
                        ["link", case_, "\(away)", "--kind", "twin"],
                        "'twin' is not a kind of link: choose one of duplicate, related"
                    ),
                ]
                for (arguments, message) in table {
                    let refused = try await work.soh(arguments)
                    #expect(refused.errors == "soh: \(message)\n", "\(arguments)")
                    #expect(refused.status == 1 && refused.output == "", "\(arguments)")
                }
                #expect(try await work.events(of: reference) == [])
                #expect(try FileManager.default.contentsOfDirectory(atPath: work.folder) == ["store"])
            }
        }

        @Test(arguments: [
            "yesterday", "", "2026-02-30", "2026-02-30T00:00:00Z", "2026-11-22T25:00:00Z", "2026-11-22T09:30:00",
            "2026-11-22T09:30:00Zx", "2026-11-22 09:30:00Z", "22/11/2026", "2026-11-2\u{301}2",
        ])
        func whatIsNoTimeIsRefused(text: String) async throws {
            try await Casework.with { work in
                let refused = try await work.soh(["list", "--since", text])
                let message = "'\(text)' is neither a day nor a time: write 2026-11-22 or 2026-11-22T09:30:00Z"
                #expect(refused.errors == "soh: \(message)\n")
                #expect(refused.status == 1 && refused.output == "")
            }
        }

        @Test func aFaultOfUsageSaysWhatIsLacking() async throws {
            try await Casework.with { work in
                let reference = "\(try await work.accept(try SampleReport.make()))"
                let (id, forms) = (String(repeating: "0", count: 32), "csv takes cases of one form")
                let table: [([String], String)] = [
                    (["list", "--limit", "0"], "--limit takes a number above 0"),
                    (["show", reference, "--as", " "], "--as takes a name"),
                    (["evidence", reference, id], "say with --output where the file goes, or - for standard output"),
                    (["evidence", reference, "--output", "out"], "--output takes the id of a file before it"),
                    (["hold", reference], "say why with --reason, or lift the hold with --release"),
                    (["hold", reference, "--reason", "x", "--release"], "say why with --reason"),
                    (["hold", reference, "--reason", ""], "--reason takes words"),
                    (["export", "--format", "csv"], forms), (["export", "--format", "csv", "--force", "gwent"], forms),
                    (["export", reference, Self.missing, "--format", "csv"], forms),
                    (["export", "--format", "html"], "html takes one case: give its reference"),
                    (["export", reference, reference, "--format", "html"], "html takes one case"),
                    (["export", reference, "--form", "theft"], "name cases or say which match, but not both"),
                ]
                for (arguments, message) in table {
                    let refused = try await work.soh(arguments)
                    #expect(refused.errors.hasPrefix("Error: \(message)"), "\(arguments): \(refused.errors)")
                    #expect(refused.status == 1 && refused.output == "", "\(arguments)")
                }
            }
        }

        @Test func whereThereIsNoStoreEveryCommandSaysSo() async throws {
            let message = "soh: there is no case store in /nonexistent: No such file or directory\n"
            let commands = [
                ["list"], ["show", Self.missing], ["evidence", Self.missing], ["note", Self.missing, "x"],
                ["status", Self.missing, "open"], ["hold", Self.missing, "--release"], ["export"],
            ]
            for arguments in commands {
                let refused = try await Program.run("soh", ["cases"] + arguments + ["--store", "/nonexistent"])
                #expect(refused.status == 1 && refused.errors == message, "\(arguments)")
            }
        }
    }
}
