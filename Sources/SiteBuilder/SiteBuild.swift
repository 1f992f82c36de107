import ContentLoader
package import Diagnostics
package import Forms
import SiteModel

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
        /// How many threads may work at once.
        package var jobs = 1
        /// Whether a compressed file stands beside each that gets smaller.
        package var precompress = false
        /// Whether a warning keeps everything from being published.
        package var strict = false

        package init(asOf: CalendarDate) {
            self.asOf = asOf
        }
    }

    let options: Options
    private let progress: @Sendable (BuildSummary.Stage) -> Void

    /// - Parameter progress: Is told when a stage begins.
    package init(_ options: Options, progress: @escaping @Sendable (BuildSummary.Stage) -> Void = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// Reads, checks and draws everything, and publishes it unless there is an error in it.
    ///
    /// - Parameter publishing: Whether to publish; otherwise nothing is written.
    /// - Throws: `SourceFolder.Unreadable` and `MachineFault` where the machine is at fault. What is live stays.
    package func run(publishing: Bool, _ report: inout DiagnosticReport) throws -> BuildSummary {
        var clock = StageClock(progress)
        clock.begin(.read)
        let content = try SiteContent.load(options.content, jobs: options.jobs, &report)
        let templates = try TemplateFolder(reading: options.templates, &report)
        clock.begin(.check)
        let chosen = Set(chosenForces(of: content, &report).map(\.id))
        guard let site = content.site else { return BuildSummary(clock) }
        let plan = check(content, templates, site: site, &report)
        guard var drawing = try SiteDrawing(plan: plan, templates: templates, jobs: options.jobs) else {
            return BuildSummary(clock)
        }
        drawing.prove(today: options.asOf, &report)
        var search = SearchCollector()
        var output = try publishing && !isRefused(report) ? SiteOutput(options) : nil
        var summary = BuildSummary(clock)
        do {
            for (number, edition) in plan.editions.enumerated() {
                clock.begin(.draw)
                let drawn = drawing.draw(edition, &report)
                search.add(drawn, as: number)
                let forces = edition.forces.filter { chosen.contains($0.id) }
                summary.count(drawn, forces: forces)
                clock.begin(.stage)
                guard !isRefused(report) else { continue }
                try output?.stage(forces, of: drawn, site: site)
            }
            clock.begin(.publish)
            if isRefused(report) {
                output?.abandon()
            } else if output != nil {
                let bundle = try BundleFiles(
                    bundle: try drawing.bundle(), definitions: drawing.definitions.json, shells: drawing.shells,
                    templates: templates.sources, search: search)
                // Who builds one force has not asked what became of others.
                let all = options.forces.isEmpty ? Set(content.forces.map(\.id.rawValue)) : nil
                summary.changed = try output?.commit(bundle, forces: all) ?? 0
            }
        } catch {
            output?.abandon()
            throw error
        }
        summary.finish(&clock)
        return summary
    }

    /// Makes every check that needs no drawing.
    private func check(
        _ content: SiteContent, _ templates: TemplateFolder, site: Site, _ report: inout DiagnosticReport
    ) -> SitePlan {
        let plan = SitePlan(content, site: site, today: options.asOf, &report)
        var links = LinkCheck(content)
        for edition in plan.editions { links.follow(edition, &report) }
        links.tell(&report)
        var facts = FactCheck(content)
        for edition in plan.editions { facts.look(at: edition) }
        facts.tell(&report)
        UnusedCheck(content: content, templates: templates).run(&report)
        UpkeepCheck(content: content, today: options.asOf).run(&report)
        return plan
    }

    /// Whether what was found keeps everything from being published.
    private func isRefused(_ report: DiagnosticReport) -> Bool {
        report.hasErrors || (options.strict && !report.isEmpty)
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
}
