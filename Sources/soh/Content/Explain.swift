import ArgumentParser
import Diagnostics
import SiteBuilder

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells which files, blocks and templates made a page of a force, and what it replaced.")

    @Argument(help: "The id of the force.")
    var force: String

    @Argument(help: "The address of the page, such as /report/burglary or /cy/rhoi-gwybod/bwrgleriaeth.")
    var path: String

    @OptionGroup var options: BuildOptions

    func run() async throws {
        let explanation = try SiteExplanation.open(force, options)
        guard let page = explanation.page(at: path) else {
            let why =
                explanation.absence(at: path).map { "it \($0)" }
                ?? Suggestion.nearest(to: path, among: explanation.addresses).map { "did you mean '\($0)'?" }
            throw ExitStatus.refusal("\(force) has no page at \(path)\(why.map { ": \($0)" } ?? "")")
        }
        switch options.format {
        case .text:
            let sources = page.sources.map { "  \(Self.padded($0.role))  \($0.path)" }
            print(
                (["\(page.url)  →  \(force)/\(page.file)"] + sources + page.notes.map { "  - \($0)" }).joined(
                    separator: "\n"))
        case .json:
            for source in page.sources {
                print(JSONLine(["url": page.url, "file": page.file, "role": source.role, "path": source.path]))
            }
        }
    }

    private static func padded(_ role: String) -> String {
        role + String(repeating: " ", count: max(0, 11 - role.count))
    }
}

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists how the site of a force differs from the national content, page by page.")

    @Argument(help: "The id of the force.")
    var force: String

    @OptionGroup var options: BuildOptions

    func run() async throws {
        let differences = try SiteExplanation.open(force, options).differences
        for difference in differences {
            switch options.format {
            case .text: print("\(difference.kind.rawValue)  \(difference.path)  \(difference.detail)")
            case .json:
                print(
                    JSONLine([
                        "kind": difference.kind.rawValue, "path": difference.path, "detail": difference.detail,
                    ]))
            }
        }
        if options.format == .text { print(Generator.count(differences.count, "difference")) }
    }
}

extension SiteExplanation {
    /// - Throws: `ExitCode` after telling why.
    static func open(_ force: String, _ options: BuildOptions) throws -> SiteExplanation {
        var report = DiagnosticReport()
        do {
            if let explanation = try SiteExplanation(of: force, options.build, &report) { return explanation }
        } catch {
            throw Generator.machineFault(error) ?? error
        }
        StandardError.write(Generator.text(of: report))
        throw ExitCode(ExitStatus.refused.rawValue)
    }
}
