import ArgumentParser
import SiteBuilder

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Builds one site per force, and what the intake needs to know of them.")

    @OptionGroup var options: BuildOptions

    func run() async throws {
        let summary = try Generator(options).run(publishing: true)
        switch options.format {
        case .json: print(summary.json)
        case .text: print(summary.text(of: "published to \(options.output)"))
        }
    }
}

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes every check that a build makes, and writes nothing.")

    /// What can be told beside the faults.
    enum Report: String, ExpressibleByArgument, CaseIterable {
        case journeys, content
    }

    @OptionGroup var options: BuildOptions

    @Option(
        help: """
            Prints more about what was checked: 'journeys' lists the ways through each form, 'content' what authors should \
            look at.
            """)
    var report: Report?

    func run() async throws {
        let summary = try Generator(options, reportsContent: report == .content).run(publishing: false)
        if let content = summary.content { print(ContentReportText.lines(of: content, as: options.format)) }
        if report == .journeys { print(JourneyText.lines(of: summary.journeys, as: options.format)) }
        switch options.format {
        case .json: print(summary.json)
        case .text: print(summary.text(of: "no errors, nothing written"))
        }
    }
}
