import ArgumentParser
import CaseStore
import Forms

extension Store {
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Looks at every page, row and file, and says what is wrong first.",
            discussion: "It changes nothing, and may run while the intake does. Status 2 where anything is wrong.")

        @OptionGroup var options: Options

        func run() async throws {
            try await ExitStatus.tellingFaults {
                var isWrong = false
                for force in try await Store.forces(in: options.store, only: options.force) {
                    let result = try await Verification.run(force, at: "\(options.store)/\(force)")
                    isWrong = isWrong || !result.findings.isEmpty
                    VerificationText.print(result, as: options.format)
                }
                if isWrong { throw ExitCode(ExitStatus.machine.rawValue) }
            }
        }
    }
}

/// What a verification found, for people and for programs.
enum VerificationText {
    static func print(_ result: Verification.Result, as format: OutputFormat) {
        switch format {
        case .text:
            for finding in result.findings { StandardError.write("\(result.force)/\(finding)\n") }
            if result.findings.isEmpty { Swift.print("\(result.force): all is well: \(counts(result.counts))") }
        case .json:
            for finding in result.findings {
                Swift.print(
                    JSONLine(["force": result.force.rawValue, "file": finding.file, "message": finding.message]))
            }
            let counts = result.counts
            let numbers = [
                "cases": counts.cases, "submissions": counts.submissions, "events": counts.events,
                "definitions": counts.definitions, "files": counts.files, "bytes": counts.bytes,
                "findings": result.findings.count,
            ]
            Swift.print(JSONLine(["force": result.force.rawValue], numbers: numbers))
        }
    }

    /// `12 cases, 12 submissions, 3 files of 1,024 bytes …`.
    static func counts(_ counts: StoreCounts) -> String {
        "\(Generator.count(counts.cases, "case")), \(Generator.count(counts.submissions, "submission")), "
            + "\(Generator.count(counts.events, "event")), \(Generator.count(counts.definitions, "definition")), "
            + "\(Generator.count(counts.files, "file")) of \(Generator.count(counts.bytes, "byte"))"
    }
}
