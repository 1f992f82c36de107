import ContentLoader
import Diagnostics
import FormViews
import Forms
import SiteModel
import TemplateEngine

/// Draws editions: pages as stencils, each once for all forces that view it alike, and the shells that they go into.
struct SiteDrawing: Sendable {
    private let plan: SitePlan
    private let templates: TemplateFolder
    private let renderers: [Language: PageRenderer]
    let files: PublishedFiles
    let definitions: FormDefinitions
    private let stylesheet: PublishedFiles.File
    private let unreadable: Set<PagePath>
    /// Pages that have been drawn and that other editions may view alike.
    private let drawn = DrawnPages()

    /// Gets everything ready that drawing needs. Nil where nothing can be drawn at all.
    ///
    /// - Parameter preview: Whether the site is for authors.
    init?(plan: SitePlan, templates: TemplateFolder, today: CalendarDate, preview: Bool) throws {
        guard let template = templates.stylesheet else { return nil }
        let accents = ForceAccents(Palette(stylesheet: template.bytes)).rules(for: plan.content.forces)
        let stylesheet = PublishedFiles.File(template.name, bytes: template.bytes + accents)
        self.plan = plan
        self.templates = templates
        self.stylesheet = stylesheet
        unreadable = plan.content.unreadablePaths
        files = PublishedFiles(
            shared: [stylesheet] + (templates.script.map { [$0] } ?? []), assets: plan.content.assets)
        definitions = try FormDefinitions(plan.content)
        let linked: [String: TemplateValue] = [
            "stylesheet": TemplateValue(stylesheet.linked),
            "script": templates.script.map { TemplateValue($0.linked) } ?? .null,
        ]
        let namedPaths = templates.templates.namedPaths
        var contexts: [Language: TemplateContexts] = [:]
        var slots: [Language: SlotValues] = [:]
        for language in plan.languages {
            guard let words = plan.content.words[language] else { continue }
            contexts[language] = TemplateContexts(
                plan: plan, language: language, words: words, namedPaths: namedPaths, files: linked)
            slots[language] = SlotValues(
                site: plan.site, facts: plan.content.facts, forces: plan.content.forces, language: language)
        }
        guard let english = contexts[.english] else { return nil }
        let retention = Dictionary(
            plan.content.retention.flatMap { rule in rule.forms.map { ($0, rule) } }
        ) { first, _ in first }
        var renderers: [Language: PageRenderer] = [:]
        for (language, own) in contexts {
            guard let slots = slots[language] else { continue }
            renderers[language] = PageRenderer(
                contexts: own, englishContexts: english, templates: templates.templates, slots: slots, files: files,
                languageNames: plan.content.words.mapValues { $0("language") }, digests: definitions.digests,
                retention: retention, neutralPage: plan.site.neutralPage, preview: preview, today: today)
        }
        self.renderers = renderers
    }

    /// Draws whatever the intake may have to draw, so that its faults are met now.
    ///
    /// - Parameter jobs: How many threads may draw at once.
    func prove(today: CalendarDate, jobs: Int, _ report: inout DiagnosticReport) {
        for renderer in renderers.values {
            let proof = FormProof(
                templates: templates.templates, folder: templates.folder, contexts: renderer.contexts, today: today)
            var proved: Set<String> = []
            let forms = plan.content.pages.compactMap { page -> FormSource? in
                guard let form = page.form, form.languages.contains(renderer.contexts.language),
                    let digest = definitions.digests[page.number], proved.insert(digest).inserted
                else { return nil }
                return form
            }
            let found = forms.concurrentMap(jobs: jobs) { form in
                var report = DiagnosticReport()
                proof.run(on: form.definition, at: form.location, &report)
                return report
            }
            for own in found where !own.isEmpty { report.merge(own) }
            proof.drawProblems(&report)
        }
    }

    /// Draws the site of an edition, and reports every fault that drawing and reading it again find.
    ///
    /// - Parameter jobs: How many threads may draw pages at once.
    func draw(_ edition: Edition, jobs: Int, _ report: inout DiagnosticReport) -> DrawnEdition {
        var result = DrawnEdition(edition: edition, files: files)
        for language in edition.languages {
            guard let renderer = renderers[language] else { continue }
            drawShells(of: edition, renderer, into: &result, &report)
            let check = RenderedCheck(
                edition, shells: result.shellOutlines(in: language), files: files, unreadable: unreadable,
                templates: templates.folder)
            check.checkShells(&report)
            let urls = renderer.contexts.namedURLs { edition.url(of: $0, in: language) }
            let base = renderer.contexts.shared(urls: urls)
            result.pages[language] = drawPages(
                of: edition, renderer, urls, over: base, check, jobs: jobs, &report)
            for problem in [Problem.notFound, .tooLarge, .tooMany, .unavailable] {
                do {
                    let page = DrawnPage(try renderer.problem(problem, over: base), document: nil)
                    check.check(page, at: SourceLocation(file: "\(templates.folder)/error.mustache"), &report)
                    let file = "\(language.urlPrefix)/\(problem.status).html".dropFirst()
                    result.problems[language, default: []].append((String(file), page))
                } catch {
                    report.add(error.diagnostic)
                }
            }
        }
        return result
    }

    private func drawShells(
        of edition: Edition, _ renderer: PageRenderer, into result: inout DrawnEdition,
        _ report: inout DiagnosticReport
    ) {
        let language = renderer.contexts.language
        for force in edition.forces {
            do {
                let context = renderer.contexts.layout(of: force, in: edition)
                let shell = DrawnShell(try templates.templates.render("layout", with: context))
                result.shells[.init(force: force.id, language: language)] = shell
            } catch {
                report.add(error.diagnostic)
            }
        }
    }

    private func drawPages(
        of edition: Edition, _ renderer: PageRenderer, _ urls: [String: String?], over base: TemplateValue,
        _ check: RenderedCheck, jobs: Int, _ report: inout DiagnosticReport
    ) -> [DrawnEdition.Page] {
        let language = renderer.contexts.language
        let home = renderer.contexts.words("home")
        let results = edition.pages.concurrentMap(jobs: jobs) { page -> (PageView, DrawnPage?, DiagnosticReport) in
            var report = DiagnosticReport()
            let body = edition.body(of: page, in: language)
            let view = PageView(page, body: body, in: language, of: edition, home: home, urls: urls)
            // A page of one force is viewed by no other.
            let isShared = plan.editions.count > 1 && page.origin == .national
            let known = isShared ? drawn[view] : nil
            let drawn = known ?? renderer.draw(page, body: body, view: view, of: edition, over: base, &report)
            if isShared, known == nil { self.drawn[view] = drawn }
            if let drawn { check.check(drawn, at: page.text(in: language).location, &report) }
            return (view, drawn, report)
        }
        var pages: [DrawnEdition.Page] = []
        pages.reserveCapacity(results.count)
        for (source, (view, page, found)) in zip(edition.pages, results) {
            if !found.isEmpty { report.merge(found) }
            guard let page, let url = view.versions[language] else { continue }
            pages.append(.init(source: source, url: url, drawn: page))
        }
        return pages
    }

    /// What the intake reads besides the index of the search.
    func bundle() throws -> IntakeBundle {
        var forces: [ForceID: IntakeBundle.ForceEntry] = [:]
        for (number, edition) in plan.editions.enumerated() {
            for force in edition.forces {
                forces[force.id] = .init(force, demonstration: plan.site.demonstration, edition: number)
            }
        }
        let named = templates.templates.namedPaths.map { "/\($0)" }
        return IntakeBundle(
            site: plan.site, stylesheet: stylesheet.linked, script: templates.script?.linked, forces: forces,
            editions: plan.editions.map { definitions.entry(of: $0, named: named) }, words: plan.content.words)
    }
}

extension TemplateValue {
    init(_ file: LinkedFile) {
        self = ["url": .text(file.url), "integrity": .text(file.integrity)]
    }
}
