import CaseStore
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The way through backup, restore and erasure, as the manual shows it to those who run a store.
    @Suite struct OperatingTests {
        @Test(.timeLimit(.minutes(5))) func theCommandsOfTheManualDoWhatItShows() async throws {
            let examples = try ManualExample.all(below: "Backup, restore, verify, retention")
            #expect(examples.flatMap(\.commands).count >= 5)
            try await withTemporaryFolder { folder in
                try await Self.prepare(folder)
                let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
                for example in examples {
                    let outcome = try await Program.run(
                        "/bin/bash", ["-e", "-c", example.script], in: folder,
                        environment: ["PATH": "\(Program.products):\(path)"])
                    #expect(outcome.status == 0, "\(example.script)\(outcome.errors)")
                    if example.script.contains("store verify") { #expect(outcome.output.contains("all is well")) }
                    let isAsShown = ManualExample.masked(outcome.output) == ManualExample.masked(example.output)
                    #expect(isAsShown, "\(example.script)prints\n\(outcome.output)")
                }
            }
        }

        /// A store with cases and files, some of them old enough to be erased, and the content that says so.
        private static func prepare(_ folder: String) async throws {
            let store = "\(folder)/store"
            let loaded = try await Program.run("caseload", [store, "--count", "200", "--callers", "8", "--files"])
            try #require(loaded.status == 0, "\(loaded.errors)")
            let cases = try SQLiteCaseStore(existing: store)
            let form = try SampleReport.form("streetsafe", code: "STS")
            let now = Date().timeIntervalSince(SampleReport.time)
            for age in [400, 410, 420] {
                let report = try SampleReport.make(after: now - TimeInterval(age) * SampleReport.day, definition: form)
                _ = try await cases.accept(report, for: try SampleReport.force("gwent"))
            }
            try FileManager.default.copyItem(atPath: "\(Program.root)/Content", toPath: "\(folder)/Content")
        }
    }
}

/// Commands that the manual shows to be run, and what it says that they print.
private struct ManualExample {
    var script = ""
    var output = ""

    var commands: [Substring] { script.split(separator: "\n") }

    /// The blocks of `sh` in a section of `docs/operating.md`, each with the block of `text` that follows it.
    static func all(below title: String) throws -> [ManualExample] {
        let manual = try String(contentsOfFile: "\(Program.root)/docs/operating.md", encoding: .utf8)
        let heading = try #require(manual.range(of: "\n## \(title)\n"))
        let rest = manual[heading.upperBound...]
        let section = rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
        var examples: [ManualExample] = []
        var block: Substring?
        for line in section.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                block = block == nil ? line.dropFirst(3) : nil
                if block == "sh" { examples.append(ManualExample()) }
            } else if let last = examples.indices.last {
                if block == "sh" { examples[last].script += "\(line)\n" }
                if block == "text" { examples[last].output += "\(line)\n" }
            }
        }
        return examples
    }

    /// A text without what is different every time, which is references and numbers, and without what stands in brackets.
    static func masked(_ text: String) -> String {
        text.replacing(#/ \(.*\)/#, with: "").replacing(#/[A-Z]{3}(-[0-9A-Z]{1,4}){5}/#, with: "…")
            .replacing(#/[0-9,]*[0-9]/#, with: "0")
    }
}
