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
        /// How many threads may work at once.
        package var jobs = 1
        /// Whether a compressed file stands beside each that gets smaller.
        package var precompress = false
        /// Whether what only authors need is on the sites too.
        package var preview = false
        /// Whether the summary tells what authors should look at.
        package var reportsContent = false
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
        let (plan, journeys) = check(content, templates, site: site, &report)
        guard
            let drawing = try SiteDrawing(
                plan: plan, templates: templates, today: options.asOf, preview: options.preview)
        else {
            return BuildSummary(clock)
        }
        drawing.prove(today: options.asOf, jobs: options.jobs, &report)
        var output = try publishing && !isRefused(report) ? SiteOutput(options, site: site) : nil
        var summary = BuildSummary(clock)
        summary.journeys = journeys
        do {
            clock.begin(.draw)
            var search = SearchCollector()
            var shells: [String: Stencil] = [:]
            for (number, made) in make(plan, drawing, chosen, output).enumerated() {
                report.merge(made.report)
                search.add(made.found, as: number)
                shells.merge(made.shells) { first, _ in first }
                summary.add(made.counts)
                try output?.take(made.staged.get())
            }
            clock.begin(.publish)
            if isRefused(report) {
                output?.abandon()
            } else if output != nil {
                let bundle = try BundleFiles(
                    bundle: try drawing.bundle(), definitions: drawing.definitions.json, shells: shells,
                    templates: templates.sources, search: search)
                // Who builds one force has not asked what became of others.
                let all = options.forces.isEmpty ? Set(content.forces.map(\.id.rawValue)) : nil
                summary.changed = try output?.commit(bundle, forces: all) ?? 0
            }
        } catch {
            output?.abandon()
            throw error
        }
        if options.reportsContent {
            summary.content = ContentReport(plan, templates: templates, found: report, today: options.asOf)
        }
        summary.warnings = report.sorted.count { $0.severity == .warning }
        summary.finish(&clock)
        return summary
    }

    /// An edition, drawn and staged.
    private struct Made: Sendable {
        let found: FoundPages
        let shells: [String: Stencil]
        let counts: BuildSummary.Counts
        let staged: Result<[StagedRoot], MachineFault>
        let report: DiagnosticReport
    }

    /// Draws and stages every edition, several at once.
    private func make(
        _ plan: SitePlan, _ drawing: SiteDrawing, _ chosen: Set<ForceID>, _ output: SiteOutput?
    ) -> [Made] {
        let make = { @Sendable (edition: Edition, jobs: Int) -> Made in
            var report = DiagnosticReport()
            let drawn = drawing.draw(edition, jobs: jobs, &report)
            let forces = edition.forces.filter { chosen.contains($0.id) }
            let isStaged = !isRefused(report)
            let staged = Result { () throws(MachineFault) in
                isStaged ? try output?.stage(forces, of: drawn, jobs: jobs) ?? [] : []
            }
            return Made(
                found: FoundPages(drawn), shells: drawn.namedShells,
                counts: .init(drawn, forces: forces.count), staged: staged, report: report)
        }
        // What most forces view alike is drawn first, by all threads together: the others find it drawn.
        let leads = Set(
            Dictionary(grouping: plan.editions.indices) { plan.editions[$0].languages }.values.compactMap { alike in
                alike.max { (plan.editions[$0].forces.count, $1) < (plan.editions[$1].forces.count, $0) }
            })
        var made: [Int: Made] = [:]
        for index in leads.sorted() { made[index] = make(plan.editions[index], options.jobs) }
        let others = plan.editions.indices.filter { !leads.contains($0) }
        // Where there are few of them, the pages and the web roots of each are shared out instead.
        let isShared = others.count < options.jobs
        let jobs = isShared ? options.jobs : 1
        let rest = others.concurrentMap(jobs: isShared ? 1 : options.jobs) { make(plan.editions[$0], jobs) }
        made.merge(zip(others, rest)) { _, new in new }
        return plan.editions.indices.compactMap { made[$0] }
    }

    /// Makes every check that needs no drawing.
    private func check(
        _ content: SiteContent, _ templates: TemplateFolder, site: Site, _ report: inout DiagnosticReport
    ) -> (plan: SitePlan, journeys: [JourneySummary]) {
        let plan = SitePlan(content, site: site, today: options.asOf, preview: options.preview, &report)
        var links = LinkCheck(content)
        for edition in plan.editions { links.follow(edition, &report) }
        links.tell(&report)
        var facts = FactCheck(content)
        for edition in plan.editions { facts.look(at: edition) }
        facts.tell(&report)
        var services = ServiceCheck(content)
        for edition in plan.editions { services.look(at: edition) }
        services.tell(&report)
        let journeys = JourneyCheck(content: content, today: options.asOf, jobs: options.jobs).run(&report)
        if let stylesheet = templates.stylesheet {
            PaletteCheck(stylesheet.bytes, file: "\(templates.folder)/\(stylesheet.name)").run(&report)
        }
        UnusedCheck(content: content, templates: templates).run(&report)
        SensitiveCheck(content: content).run(&report)
        UpkeepCheck(content: content, today: options.asOf).run(&report)
        PlainEnglishCheck(content, jobs: options.jobs)?.run(&report)
        return (plan, journeys)
    }

    /// Whether what was found keeps everything from being published.
    private func isRefused(_ report: DiagnosticReport) -> Bool {
        report.hasErrors || (options.strict && !report.isEmpty)
    }

    func chosenForces(of content: SiteContent, _ report: inout DiagnosticReport) -> [Force] {
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
