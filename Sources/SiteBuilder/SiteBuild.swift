import ContentLoader
package import Diagnostics
package import Forms
import SiteModel
import TemplateEngine

/// One run of the generator: everything is read, checked and drawn before anything is published.
package struct SiteBuild: Sendable {
    package struct Options: Sendable {
        package var content = "Content"
        package var templates = "Templates"
        package var output = "public"
        /// The ids of the forces to publish; none for all.
        package var forces: [String] = []
        /// The day that the pages are judged against.
        package var asOf: CalendarDate

        package init(asOf: CalendarDate) {
            self.asOf = asOf
        }
    }

    /// What a run came to.
    package struct Summary: Sendable, Hashable {
        package var forces = 0
        /// Pages of all forces in all languages.
        package var pages = 0
        /// Files that were written.
        package var changed = 0
    }

    private let options: Options

    package init(_ options: Options) {
        self.options = options
    }

    /// Reads, checks and draws everything, and publishes it unless there is an error in it.
    ///
    /// - Parameter publishing: Whether to publish; otherwise nothing is written.
    /// - Throws: `SourceFolder.Unreadable` and `MachineFault` where the machine is at fault. What is live stays.
    package func run(publishing: Bool, _ report: inout DiagnosticReport) throws -> Summary {
        let content = try SiteContent.load(options.content, &report)
        let templates = try TemplateFolder(reading: options.templates, &report)
        let chosen = chosenForces(of: content, &report)
        warnOfOverdueReviews(in: content, &report)
        guard let site = content.site else { return Summary() }
        let plan = SitePlan(content, site: site, &report)
        LinkCheck.run(on: plan, &report)
        let drawing = try SiteDrawing(plan: plan, templates: templates, today: options.asOf, &report)
        guard let drawing else { return Summary() }
        var summary = Summary(forces: chosen.count, pages: chosen.map(drawing.pageCount).reduce(0, +))
        if publishing, !report.hasErrors { summary.changed = try publish(drawing, chosen) }
        return summary
    }

    /// - Returns: How many files were written.
    private func publish(_ drawing: SiteDrawing, _ forces: [Force]) throws -> Int {
        let bundle = try drawing.bundle()
        var publication = try Publication(into: options.output)
        do {
            for force in forces {
                try publication.stage(force.id.rawValue, files: drawing.webRoot(of: force))
            }
            let bundles = BundlePublication(into: options.output)
            let bundleFiles = try bundles.write(bundle)
            try publication.commit()
            try bundles.makeCurrent(bundle)
            return publication.changed + bundleFiles
        } catch {
            publication.abandon()
            throw error
        }
    }

    private func chosenForces(of content: SiteContent, _ report: inout DiagnosticReport) -> [Force] {
        let known = content.forces
        guard !options.forces.isEmpty else { return known }
        return options.forces.compactMap { name in
            if let force = known.first(where: { $0.id.rawValue == name }) { return force }
            report.error(
                "unknown-force", at: SourceLocation(file: "--force"), "unknown force '\(name)'",
                remedy: Suggestion.remedy(for: name, among: known.map(\.id.rawValue)))
            return nil
        }
    }

    private func warnOfOverdueReviews(in content: SiteContent, _ report: inout DiagnosticReport) {
        for page in content.pages {
            guard let due = page.reviewBy, due < options.asOf else { continue }
            report.warning(
                "review-overdue", at: page.location, "this page was to be reviewed by \(due)",
                remedy: "read it again, and set a new 'review-by'")
        }
    }
}
