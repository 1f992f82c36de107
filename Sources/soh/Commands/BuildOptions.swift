import ArgumentParser
import Forms
import Foundation
import Intake
import SiteBuilder

/// The options of every command that reads content.
struct BuildOptions: ParsableArguments {
    @Option(help: "The folder of the content.")
    var content = "Content"

    @Option(help: "The folder of the templates.")
    var templates = "Templates"

    @Option(help: "The folder that the sites are published to.")
    var output = "public"

    @Option(name: .customLong("force"), help: "The id of a force to build; may be repeated. All by default.")
    var forces: [String] = []

    @Option(
        help: "The day that pages are judged against, as YYYY-MM-DD. Today in London by default.",
        transform: { text in
            guard let date = CalendarDate(iso: text) else { throw ValidationError("'\(text)' is not a day") }
            return date
        })
    var asOf: CalendarDate?

    @Option(help: "How many threads may work at once. As many as there are processors by default.")
    var jobs: Int?

    @Flag(help: "Puts a compressed file beside each that gets smaller, for web servers that send those.")
    var precompress = false

    @Flag(help: "Puts what only authors need on the sites too: pages with 'preview: yes', such as the style guide.")
    var preview = false

    @Flag(help: "Publishes nothing where there is a warning.")
    var strict = false

    @Option(help: "How faults and results are listed: text or json.")
    var format = OutputFormat.text

    var build: SiteBuild.Options {
        var options = SiteBuild.Options(asOf: asOf ?? London.day(of: Date()))
        options.content = content
        options.templates = templates
        options.output = output
        options.forces = forces
        options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        options.precompress = precompress
        options.preview = preview
        options.strict = strict
        return options
    }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number above 0") }
    }
}

/// How a command lists things.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
