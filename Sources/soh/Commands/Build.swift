import ArgumentParser
import Diagnostics
import SiteBuilder

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Builds one site per force, and what the intake needs to know of them.")

    @OptionGroup var options: BuildOptions

    func run() async throws {
        let summary = try Generator(options).run(publishing: true)
        switch options.format {
        case .json: print(#"{"changed":\#(summary.changed),"forces":\#(summary.forces),"pages":\#(summary.pages)}"#)
        case .text:
            print(
                "\(summary.forces) forces, \(summary.pages) pages, \(summary.changed) files changed: \(options.output)")
        }
    }
}

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes every check that a build makes, and writes nothing.")

    @OptionGroup var options: BuildOptions

    func run() async throws {
        let summary = try Generator(options).run(publishing: false)
        if options.format == .text { print("\(summary.forces) forces, \(summary.pages) pages: no errors") }
    }
}
