import ArgumentParser
import ContentLoader
import Diagnostics
import Forms
import SiteBuilder

/// Runs the generator for a command, and tells what it found.
struct Generator {
    private let options: BuildOptions
    private let reportsContent: Bool

    /// - Parameter reportsContent: Whether the summary tells what authors should look at.
    init(_ options: BuildOptions, reportsContent: Bool = false) {
        self.options = options
        self.reportsContent = reportsContent
    }

    /// - Throws: `ExitCode` after telling why: 1 where the content is at fault, 2 where the machine is.
    func run(publishing: Bool) throws -> BuildSummary {
        var report = DiagnosticReport()
        let progress = ProgressLine(isShown: options.format == .text)
        do {
            var chosen = options.build
            chosen.reportsContent = reportsContent
            let build = SiteBuild(chosen) { progress.show("\($0.rawValue) …") }
            let summary = try build.run(publishing: publishing, &report)
            progress.clear()
            tell(report)
            guard !isRefused(report) else { throw ExitCode(ExitStatus.refused.rawValue) }
            return summary
        } catch let code as ExitCode {
            throw code
        } catch {
            progress.clear()
            tell(report)
            throw Self.machineFault(error) ?? error
        }
    }

    /// Says what is wrong with the machine. Nil where nothing is.
    static func machineFault(_ error: any Error) -> ExitCode? {
        switch error {
        case let fault as MachineFault: ExitStatus.machineFault("\(fault)")
        case let fault as SourceFolder.Unreadable: ExitStatus.machineFault("cannot read \(fault.path): \(fault.cause)")
        default: nil
        }
    }

    private func isRefused(_ report: DiagnosticReport) -> Bool {
        report.hasErrors || (options.strict && !report.isEmpty)
    }

    private func tell(_ report: DiagnosticReport) {
        guard !report.isEmpty else { return }
        switch options.format {
        case .text:
            StandardError.write(Self.text(of: report))
            let counts = "\(Self.counts(of: report))\(isRefused(report) ? ": nothing was published" : "")\n"
            StandardError.write(counts)
        case .json:
            if let lines = try? report.ndjson() { print(lines, terminator: "") }
        }
    }

    /// The report with the lines that it speaks of.
    static func text(of report: DiagnosticReport) -> String {
        var sources: [String: String] = [:]
        return report.text { file in
            if let known = sources[file] { return known }
            guard let bytes = try? SourceFolder.read(file) else { return nil }
            sources[file] = String(decoding: bytes, as: UTF8.self)
            return sources[file]
        }
    }

    /// `2 errors, 1 warning`.
    static func counts(of report: DiagnosticReport) -> String {
        let errors = report.sorted.count { $0.severity == .error }
        let warnings = report.sorted.count - errors
        return "\(count(errors, "error")), \(count(warnings, "warning"))"
    }

    /// `1 error`, `2 errors`.
    static func count(_ number: Int, _ what: String) -> String {
        "\(number.grouped) \(what)\(number == 1 ? "" : "s")"
    }
}
