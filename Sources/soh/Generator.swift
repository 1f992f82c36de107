import ArgumentParser
import ContentLoader
import Diagnostics
import SiteBuilder

/// Runs the generator for a command, and tells what it found.
struct Generator {
    private let options: BuildOptions

    init(_ options: BuildOptions) {
        self.options = options
    }

    /// - Throws: `ExitCode` after telling why: 1 where the content is at fault, 2 where the machine is.
    func run(publishing: Bool) throws -> SiteBuild.Summary {
        var report = DiagnosticReport()
        do {
            let summary = try SiteBuild(options.build).run(publishing: publishing, &report)
            tell(report)
            guard !report.hasErrors else { throw ExitCode(ExitStatus.refused.rawValue) }
            return summary
        } catch let fault as MachineFault {
            tell(report)
            throw ExitStatus.machineFault("\(fault)")
        } catch let fault as SourceFolder.Unreadable {
            tell(report)
            throw ExitStatus.machineFault("cannot read \(fault.path): \(fault.cause)")
        }
    }

    private static func count(_ number: Int, _ what: String) -> String {
        "\(number) \(what)\(number == 1 ? "" : "s")"
    }

    private func tell(_ report: DiagnosticReport) {
        guard !report.isEmpty else { return }
        switch options.format {
        case .text:
            let text = report.text { file in
                (try? SourceFolder.read(file)).map { String(decoding: $0, as: UTF8.self) }
            }
            StandardError.write(text)
            let errors = report.sorted.count { $0.severity == .error }
            let warnings = report.sorted.count - errors
            let counts = "\(Self.count(errors, "error")), \(Self.count(warnings, "warning"))"
            StandardError.write("\(counts)\(errors > 0 ? ": nothing was published" : "")\n")
        case .json:
            if let lines = try? report.ndjson() { print(lines, terminator: "") }
        }
    }
}
