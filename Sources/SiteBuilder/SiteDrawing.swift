import ContentLoader
import Diagnostics
import FormViews
import Forms
import SiteModel
import TemplateEngine

/// All pages as stencils, and the shells that they go into. Made once; stamped for each force.
struct SiteDrawing {
    private let plan: SitePlan
    private let templates: TemplateFolder
    private let stylesheet: String
    private let definitions: [FormID: (digest: String, json: [UInt8])]
    /// A page as a stencil in one language, for forces that have these languages.
    private var pages: [PageKey: [(file: String, parts: PageRenderer.Parts)]] = [:]
    private var shells: [ShellKey: Stencil] = [:]

    private struct PageKey: Hashable {
        let language: Language
        let siteLanguages: [Language]
    }

    private struct ShellKey: Hashable {
        let force: ForceID
        let language: Language
    }

    /// Draws everything, and reports every fault that drawing finds. Nil where nothing can be drawn at all.
    init?(plan: SitePlan, templates: TemplateFolder, today: CalendarDate, _ report: inout DiagnosticReport) throws {
        self.plan = plan
        self.templates = templates
        var definitions: [FormID: (digest: String, json: [UInt8])] = [:]
        for form in plan.content.pages.compactMap(\.form) {
            let json = try CanonicalJSON.encode(form.definition)
            definitions[form.definition.id] = (Digest(of: json).hexadecimal, json)
        }
        self.definitions = definitions
        guard let stylesheet = templates.url(ofAsset: "site.css", &report) else { return nil }
        self.stylesheet = stylesheet
        for language in plan.languages {
            guard let words = plan.content.words[language] else { continue }
            let contexts = TemplateContexts(plan: plan, language: language, words: words, stylesheet: stylesheet)
            drawPages(in: language, words: words, contexts, &report)
            drawShells(in: language, contexts, &report)
            let proof = FormProof(templates: templates.templates, contexts: contexts, words: words, today: today)
            for form in plan.content.pages.compactMap(\.form) where form.languages.contains(language) {
                proof.run(on: form.definition, &report)
            }
            proof.drawProblems(&report)
        }
    }

    private mutating func drawPages(
        in language: Language, words: Words, _ contexts: TemplateContexts, _ report: inout DiagnosticReport
    ) {
        let renderer = PageRenderer(
            plan: plan, language: language, words: words, templates: templates.templates, contexts: contexts,
            slots: SlotValues(site: plan.site, forces: plan.content.forces, language: language),
            languageNames: plan.content.words.mapValues { $0("language") }, digests: definitions.mapValues(\.digest))
        let combinations = Set(plan.content.forces.map(\.languages)).filter { $0.contains(language) }
        for languages in combinations {
            var drawn: [(file: String, parts: PageRenderer.Parts)] = []
            for page in plan.content.pages {
                guard let path = plan.paths[language]?[page.path] else { continue }
                do {
                    guard let parts = try renderer.parts(of: page, for: languages, &report) else { continue }
                    drawn.append((path.file(in: language, isFront: page.isFront), parts))
                } catch {
                    report.add(error.diagnostic)
                }
            }
            do {
                drawn.append(
                    (language == .english ? "404.html" : "\(language.rawValue)/404.html", try renderer.notFound()))
            } catch {
                report.add(error.diagnostic)
            }
            pages[PageKey(language: language, siteLanguages: languages)] = drawn
        }
    }

    private mutating func drawShells(
        in language: Language, _ contexts: TemplateContexts, _ report: inout DiagnosticReport
    ) {
        for force in plan.content.forces where force.languages.contains(language) {
            do {
                let html = try templates.templates.render("layout", with: contexts.layout(of: force))
                shells[ShellKey(force: force.id, language: language)] = Stencil(html)
            } catch {
                report.add(error.diagnostic)
            }
        }
    }

    /// The files of one force's web root, by path.
    func webRoot(of force: Force) -> [String: [UInt8]] {
        var files = Dictionary(templates.assets.map { ($0.published, $0.bytes) }) { first, _ in first }
        for language in force.languages {
            guard let shell = shells[ShellKey(force: force.id, language: language)] else { continue }
            let gaps = SlotValues.gaps(of: force, in: language)
            for page in pages[PageKey(language: language, siteLanguages: force.languages)] ?? [] {
                var bytes: [UInt8] = []
                shell.fill(into: &bytes) { gap in
                    ShellGap(rawValue: gap).flatMap { page.parts[$0] }?.filled { gaps[$0] }
                }
                files[page.file] = bytes
            }
        }
        return files
    }

    /// How many pages a force has in all its languages.
    func pageCount(of force: Force) -> Int {
        force.languages.reduce(0) { $0 + (pages[PageKey(language: $1, siteLanguages: force.languages)]?.count ?? 0) }
    }

    /// What the intake reads: every force and every form, whichever forces are published in this run.
    func bundle() throws -> BundleFiles {
        let forces = plan.content.forces.map { force in
            (force.id, IntakeBundle.ForceEntry(force, demonstration: plan.site.demonstration))
        }
        let forms = plan.content.pages.compactMap { page -> (FormID, IntakeBundle.FormEntry)? in
            guard let form = page.form, let drawn = definitions[form.definition.id] else { return nil }
            let entry = IntakeBundle.FormEntry(
                definition: drawn.digest, page: page.path, languages: form.languages)
            return (form.definition.id, entry)
        }
        let bundle = IntakeBundle(
            site: plan.site, stylesheet: stylesheet, forces: Dictionary(uniqueKeysWithValues: forces),
            forms: Dictionary(forms) { first, _ in first },
            urls: plan.urls, words: plan.content.words)
        let json = definitions.values.map { ($0.digest, $0.json) }
        let marked = shells.map { ("\($0.key.force).\($0.key.language.rawValue)", $0.value.marked.bytes) }
        return try BundleFiles(
            bundle: bundle, definitions: Dictionary(json) { first, _ in first },
            shells: Dictionary(uniqueKeysWithValues: marked), templates: templates.sources)
    }
}
