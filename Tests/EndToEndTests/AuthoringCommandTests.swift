import Foundation
import TestSupport
import Testing

/// The commands that write content, and what a check says of it afterwards.
extension EndToEnd {
    @Suite struct AuthoringCommandTests {
        private func withContent(_ body: (_ folder: String) async throws -> Void) async throws {
            try await withTemporaryFolder { folder in
                for name in ["Content", "Templates"] {
                    try FileManager.default.copyItem(atPath: "\(Program.root)/\(name)", toPath: "\(folder)/\(name)")
                }
                try await body(folder)
            }
        }

        private func soh(_ arguments: String..., in folder: String) async throws -> Program.Outcome {
            try await Program.run("soh", arguments, in: folder)
        }

        private static let day = "--as-of=2026-11-23"

        @Test func whatNewBeginsPassesTheCheck() async throws {
            try await withContent { folder in
                let began = [
                    try await soh("new", "page", "/advice/locks", "--title", "Locks: \"how\" & why", in: folder),
                    try await soh("new", "page", "/counters", "--title", "Counters", "--force", "gwent", in: folder),
                    try await soh(
                        "new", "form", "/report/graffiti", "--title", "Graffiti", "--code", "GRA", in: folder),
                    try await soh(
                        "new", "force", "borders", "--name", "Borders Police", "--name-cy", "Heddlu’r Gororau",
                        "--code", "BDR", "--host", "www.borders.police.uk", in: folder),
                ]
                #expect(began.map(\.status) == [0, 0, 0, 0])
                #expect(
                    began.dropLast().map(\.output) == [
                        "Content/national/advice/locks.md\n", "Content/forces/gwent/pages/counters.md\n",
                        "Content/national/report/graffiti.md\n",
                    ])
                let force = began[3].output
                #expect(force.hasPrefix("Content/forces/borders/force.yml\n1 force, "), "\(force)")
                #expect(force.contains(": no errors\n") && force.contains("http://borders.localhost:8080/"))
                #expect(force.contains("Content/forces/borders/blocks/local-policing.md"))
                let built = try await soh("build", in: folder)
                #expect(built.status == 0 && !built.errors.contains(" error: "), "\(built.errors)")
                #expect(built.output.hasPrefix("45 forces, "))
                let page = try String(contentsOfFile: "\(folder)/public/kent/advice/locks.html", encoding: .utf8)
                #expect(page.contains("<h1>Locks: &quot;how&quot; &amp; why</h1>"))
                let form = try String(contentsOfFile: "\(folder)/public/borders/report/graffiti.html", encoding: .utf8)
                #expect(form.contains("action=\"/forms/graffiti/what-happened\""))
                let own = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/public/gwent")
                #expect(own.contains("counters.html"))
                #expect(FileManager.default.fileExists(atPath: "\(folder)/public/borders/cy/index.html"))
            }
        }

        @Test(arguments: [
            (["page", "/contact", "--title", "x"], "Content/national/contact.md"),
            (["page", "/", "--title", "x"], "Content/national/index.md"),
            (["form", "/report/burglary", "--title", "x", "--code", "XYZ"], "Content/national/report/burglary.md"),
            (
                ["force", "kent", "--name", "x", "--code", "XYZ", "--host", "www.example.org"],
                "Content/forces/kent/force.yml"
            ),
        ])
        func newReplacesNothing(arguments: [String], path: String) async throws {
            try await withContent { folder in
                let before = FileManager.default.contents(atPath: "\(folder)/\(path)")
                let outcome = try await Program.run("soh", ["new"] + arguments, in: folder)
                #expect(outcome.status == 1 && outcome.errors == "soh: \(path) is there already\n")
                #expect(before != nil && FileManager.default.contents(atPath: "\(folder)/\(path)") == before)
            }
        }

        /// It promises files that pass the check.
        @Test(arguments: [
            ["page", "/forms/locks", "--title", "x"], ["page", "/locks", "--title", "x", "--force", "knet"],
            ["form", "/report/2nd", "--title", "x", "--code", "XYZ"],
            ["force", "intake", "--name", "x", "--code", "XYZ", "--host", "www.example.org"],
            ["force", "borders", "--name", "x", "--code", "XYZ", "--host", "not a host"],
        ])
        func newRefusesWhatCannotPassTheCheck(arguments: [String]) async throws {
            try await withContent { folder in
                let before = try FileTree.read("\(folder)/Content")
                let outcome = try await Program.run("soh", ["new"] + arguments, in: folder)
                let after = try FileTree.read("\(folder)/Content")
                #expect(outcome.status == 1 && !outcome.errors.isEmpty)
                #expect(after == before)
            }
        }

        @Test func stampingATwinSettlesTheWarningOfAChange() async throws {
            try await withContent { folder in
                let english = "\(folder)/Content/national/contact.md"
                let text = try String(contentsOfFile: english, encoding: .utf8)
                try (text + "\nOne thing more.\n").write(toFile: english, atomically: true, encoding: .utf8)
                let stale = try await soh("check", Self.day, in: folder)
                #expect(stale.status == 0 && stale.errors.hasSuffix("0 errors, 1 warning\n"))
                #expect(
                    stale.errors.contains(
                        "warning: Content/national/contact.md has changed since this was made from it\n"))
                let strict = try await soh("build", Self.day, "--strict", in: folder)
                #expect(strict.status == 1)
                #expect(strict.errors.hasSuffix("0 errors, 1 warning: nothing was published\n"))
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/public"))
                let stamped = try await soh("forms", "stamp", "Content/national/contact.cy.md", in: folder)
                #expect(stamped.status == 0 && stamped.output == "Content/national/contact.cy.md\n1 stamped\n")
                let fresh = try await soh("build", Self.day, "--strict", in: folder)
                #expect(fresh.status == 0 && fresh.errors == "")
                let again = try await soh("forms", "stamp", "--all", in: folder)
                #expect(again.output == "0 stamped\n")
            }
        }

        @Test func aTwinWithTheLineEndingsOfWindowsIsStamped() async throws {
            try await withContent { folder in
                let twin = "\(folder)/Content/national/contact.cy.md"
                let text = try String(contentsOfFile: twin, encoding: .utf8)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                    .filter { !$0.hasPrefix("source:") }
                try lines.joined(separator: "\r\n").write(toFile: twin, atomically: true, encoding: .utf8)
                let stamped = try await soh("forms", "stamp", "Content/national/contact.cy.md", in: folder)
                #expect(stamped.status == 0 && stamped.output == "Content/national/contact.cy.md\n1 stamped\n")
                let checked = try await soh("check", Self.day, in: folder)
                #expect(checked.status == 0 && checked.errors == "")
            }
        }

        @Test func theLastLineOfJSONCountsEverything() async throws {
            try await withContent { folder in
                let checked = try await soh("check", Self.day, "--format", "json", in: folder)
                let last = try #require(checked.output.split(separator: "\n").last)
                let counts = try #require(
                    try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
                let keys = ["changed", "forces", "languages", "pages", "sites", "stages", "untranslated", "warnings"]
                #expect(counts.keys.sorted() == keys)
                #expect(last.contains("\"forces\":44,") && last.contains("\"changed\":0,"))
                let stages = try #require(counts["stages"] as? [String: Any])
                #expect(Set(stages.keys).isSubset(of: ["read", "check", "draw", "publish"]))
            }
        }

        @Test(arguments: [
            (["new", "page", "locks", "--title", "x"], "'locks' is not the address of a page"),
            (["new", "form", "/x", "--title", "x", "--code", "gra"], "'gra' is not three capital letters"),
            (["new", "page", "/x"], "--title"), (["forms", "stamp"], "name the twins to stamp, or say --all"),
            (["forms", "stamp", "Content/site.yml"], "is not the twin of a page or a question set"),
            (["explain", "kent"], "<path>"), (["check", "--jobs", "0"], "--jobs takes a number above 0"),
        ])
        func aFaultOfUsageEndsWith1(arguments: [String], message: String) async throws {
            let outcome = try await Program.run("soh", arguments)
            #expect(outcome.status == 1 && outcome.output == "")
            #expect(outcome.errors.contains(message))
        }
    }
}
