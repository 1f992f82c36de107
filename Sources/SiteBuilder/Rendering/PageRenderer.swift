import ContentLoader
import Diagnostics
import FormViews
import Forms
import Markdown
import SiteModel
import TemplateEngine

/// Draws pages of one language as stencils: once for all forces that have the same languages.
struct PageRenderer {
    let plan: SitePlan
    let language: Language
    let words: Words
    let templates: TemplateSet
    let contexts: TemplateContexts
    let slots: SlotValues
    /// What each language calls itself.
    let languageNames: [Language: String]
    /// The digest of each form's definition.
    let digests: [FormID: String]

    /// A page without its shell: what fills each gap of it.
    typealias Parts = [ShellGap: Stencil]

    /// Draws a page for forces with these languages.
    ///
    /// - Throws: `TemplateError`.
    func parts(
        of page: SourcePage, for languages: [Language], _ report: inout DiagnosticReport
    ) throws(TemplateError) -> Parts? {
        guard let text = page.texts[language] else { return nil }
        let body = body(of: text, &report)
        var form = TemplateValue.null
        if let definition = page.form?.definition, let first = definition.steps.first {
            let wording = FormWording(definition, in: language, words: words)
            form = StepView(first, wording: wording, digest: digests[definition.id] ?? "").value
        }
        let main = try draw("page", ["title": .text(text.title), "body": .html(body), "form": form])
        var urls: [Language: String] = [:]
        for other in languages where page.texts[other] != nil { urls[other] = plan.url(of: page.path, in: other) }
        return try parts(
            title: text.title, description: text.description, main: main, urls: urls, crumbs: crumbs(of: page))
    }

    /// Draws the page for an address that leads nowhere.
    func notFound() throws(TemplateError) -> Parts {
        let problem = words.value(of: .notFound)
        guard case .object(let members) = problem, case .text(let title) = members["title"] else { return [:] }
        let main = try draw("error", members)
        return try parts(title: title, description: nil, main: main, urls: [:], crumbs: [])
    }

    private func parts(
        title: String, description: String?, main: Stencil, urls: [Language: String], crumbs: TemplateValue
    ) throws(TemplateError) -> Parts {
        let versions = LanguageSwitch(current: language, urls: urls, names: languageNames).value
        let title = words("titles.page", ["title": title, "force": Stencil.mark("force.name")])
        return [
            .title: Stencil(HTML(escaping: title)),
            .head: try draw("head", ["description": .text(orNull: description), "alternates": versions]),
            .languages: try draw("languages", ["alternates": versions]),
            .breadcrumbs: try draw("breadcrumbs", ["crumbs": crumbs]),
            .main: main,
        ]
    }

    private func draw(_ template: String, _ members: [String: TemplateValue]) throws(TemplateError) -> Stencil {
        Stencil(try templates.render(template, with: contexts.shared(members)))
    }

    private func crumbs(of page: SourcePage) -> TemplateValue {
        .list(
            page.path.ancestors.compactMap { path in
                guard let title = path == .home ? words("home") : plan.title(of: path, in: language) else { return nil }
                return ["title": .text(title), "url": .text(plan.url(of: path, in: language))]
            })
    }

    /// The body with everything filled in that does not depend on the force.
    private func body(of text: PageText, _ report: inout DiagnosticReport) -> HTML {
        var output: [UInt8] = []
        for segment in text.body.segments {
            switch segment {
            case .html(let bytes): output.append(contentsOf: bytes)
            case .slot(let slot): slots.write(slot, into: &output, &report)
            case .link(let link): write(link, into: &output)
            }
        }
        return HTML(trusted: output)
    }

    private func write(_ link: MarkdownBody.Link, into output: inout [UInt8]) {
        let url = link.path.isEmpty ? "" : PagePath(link.path).map { plan.url(of: $0, in: language) } ?? link.path
        HTML.escape(url + (link.fragment.map { "#\($0)" } ?? ""), into: &output)
    }
}
