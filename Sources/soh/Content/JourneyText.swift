import Forms
import SiteBuilder

/// The ways through forms, as `soh check --report journeys` prints them.
enum JourneyText {
    static func lines(of journeys: [JourneySummary], as format: OutputFormat) -> String {
        journeys.map { journey in
            switch format {
            case .text: text(of: journey)
            case .json: json(of: journey)
            }
        }.joined(separator: "\n")
    }

    private static func text(of journey: JourneySummary) -> String {
        let paths = journey.paths
        let count = Generator.count(paths.count, "way")
        return """
            \(journey.form)  \(journey.page)  \(count)
              shortest, \(Generator.count(paths.shortest, "page")): \(steps(paths.shortestWay))
              longest, \(Generator.count(paths.longest, "page")): \(steps(paths.longestWay))
            """
    }

    private static func json(of journey: JourneySummary) -> String {
        let paths = journey.paths
        let texts = [
            "form": journey.form.rawValue, "page": journey.page.description,
            "shortest": steps(paths.shortestWay), "longest": steps(paths.longestWay),
        ]
        return "\(JSONLine(texts, numbers: ["ways": paths.count]))"
    }

    private static func steps(_ way: [StepID]) -> String { way.map(\.rawValue).joined(separator: " ") }
}
