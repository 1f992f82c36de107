import ContentLoader
import Diagnostics
import FormViews
import Forms
import Markdown
import SearchIndex
import SiteModel
import TemplateEngine

/// Draws the pages of one language as stencils: once for all forces that view them alike.
struct PageRenderer: Sendable {
    let contexts: TemplateContexts
    /// What English pages are drawn with where they stand on a site of another language.
    let englishContexts: TemplateContexts
    let templates: TemplateSet
    let slots: SlotValues
    let files: PublishedFiles
    /// What each language calls itself.
    let languageNames: [Language: String]
    /// The digest of the definition of each page's form, by the number of the page.
    let digests: [Int: String]
    /// How long the cases of each form are kept.
    let retention: [FormID: RetentionRule]
    /// Where "Exit this page" leads; nil where the site says nothing.
    let neutralPage: String?
    /// Whether the site is for authors.
    let preview: Bool
    /// The day that conditions of forms are judged on.
    let today: CalendarDate

    /// A page other than the home page has a list of its contents from this many headings of the second level on.
    static let contentsThreshold = 4

    /// A page without its shell: what fills each gap of it.
    typealias Parts = [ShellGap: Stencil]

    private var language: Language { contexts.language }

    /// Draws a page as it is viewed. Nil where it cannot be drawn, which is reported.
    func draw(
        _ page: SourcePage, body: MarkdownBody, view: PageView, of edition: Edition, over base: TemplateValue,
        _ report: inout DiagnosticReport
    ) -> DrawnPage? {
        do {
            let parts = try parts(of: page, body: body, view: view, over: base, &report)
            // Whoever searches finds the form, and from there what belongs to it.
            let document: SearchDocument? =
                page.companion != nil
                ? nil
                : SearchDocument(
                    page, body: body, in: page.shownLanguage(in: language), service: edition.service(at: page.path),
                    slots: slots)
            return DrawnPage(parts, document: document)
        } catch {
            report.add(error.diagnostic)
            return nil
        }
    }

    private func parts(
        of page: SourcePage, body: MarkdownBody, view: PageView, over base: TemplateValue,
        _ report: inout DiagnosticReport
    ) throws(TemplateError) -> Parts {
        let text = page.text(in: language)
        let isTranslated = page.shownLanguage(in: language) == language
        let shown = isTranslated ? contexts : englishContexts
        // A sensitive form is left by its own button, which also ends the draft.
        let leave = page.isSensitive && page.form?.definition.isSensitive != true ? neutralPage : nil
        var members: [String: TemplateValue] = [
            "title": .text(text.title),
            "lead": .text(orNull: page.isFront ? text.description : nil),
            "landing": .flag(page.path == .home),
            "leave": .text(orNull: leave),
            "tasks": .list(view.tasks.map(TemplateValue.init), in: "items"),
            "section": .list(view.section.map(TemplateValue.init), in: "items"),
            "beside": .flag(!view.section.isEmpty || !view.related.isEmpty || !view.signposts.isEmpty),
            "body": .html(self.body(body, links: view.links, words: shown.words, &report)),
            "contents": .list(page.path == .home ? [] : contents(of: body), in: "items"),
            "services": .list(view.services.map(TemplateValue.init), in: "items"),
            "index": .list(view.index.map(TemplateValue.init), in: "letters"),
            "related": .list(view.related.map(TemplateValue.init), in: "items"),
            "signposts": .list(signposts(view.signposts, words: shown.words), in: "items"),
            "reviewed": .text(orNull: page.upkeep.reviewed.map { shown.words.date($0) }),
            "form": .null, "guide": .null, "story": .null,
            "news": .list(view.news.map { $0.value(words: shown.words) }, in: "items"),
            "newsfront": .text(orNull: view.newsFront),
            "awaiting": .flag(preview && isTranslated && language != .english && text.reviewed == nil),
        ]
        if let news = page.news, let day = page.upkeep.publishOn {
            members["story"] = NewsItem.value(of: news, on: day, words: shown.words)
        }
        if let definition = page.form?.definition, let first = definition.steps.first {
            let wording = FormWording(definition, in: shown.language, words: shown.words)
            var step = StepView(first, wording: wording, digest: digests[page.number] ?? "", today: today)
            step.privacy = view.privacy
            members["form"] = step.value
            if page.list == .styleGuide { members["guide"] = StyleGuideView(wording, today: today).value }
        }
        let context = isTranslated ? base : shown.shared(urls: view.urls)
        let made = try companion(page, view: view, in: shown, over: context)
        var main: HTML
        if let made { main = made } else { main = try templates.render("page", with: .object(members), over: context) }
        if !isTranslated {
            let wrapped: TemplateValue = ["page": .html(main), "shown": .text(shown.language.rawValue)]
            main = try templates.render("untranslated", with: wrapped, over: base)
        }
        return try parts(
            title: text.title, description: text.description, main: Stencil(main), versions: view.versions,
            translated: view.versions.filter { page.texts[$0.key] != nil }, crumbs: view.crumbs,
            feed: page.path == .home ? nil : view.newsFront.map(NewsFeed.url), over: base)
    }

    /// What is made from another page; nil for a page that somebody wrote.
    private func companion(
        _ page: SourcePage, view: PageView, in shown: TemplateContexts, over context: TemplateValue
    ) throws(TemplateError) -> HTML? {
        guard let (kind, _, form) = page.companion else { return nil }
        var members: [String: TemplateValue] = [
            "title": .text(page.text(in: language).title), "origin": .text(orNull: view.origin),
            "leave": .text(orNull: page.isSensitive ? neutralPage : nil),
        ]
        if let form {
            let wording = FormWording(form.definition, in: shown.language, words: shown.words)
            let value: TemplateValue =
                switch kind {
                case .questions:
                    QuestionnaireView(wording, today: today) { view.titles[$0] ?? $0.description }.value
                case .privacy: PrivacyView(wording, rule: retention[form.definition.id], today: today).value
                case .leaving: [:]
                }
            if case .object(let own) = value { members.merge(own) { own, _ in own } }
        }
        let template = kind == .leaving ? "leaving" : "form/\(kind.rawValue)"
        return try templates.render(template, with: .object(members), over: context)
    }

    /// Draws the page that tells of a problem: for an address that leads nowhere, or for an intake that is down.
    func problem(_ problem: Problem, over base: TemplateValue) throws(TemplateError) -> Parts {
        let value = contexts.words.value(of: problem)
        guard case .object(let members) = value, case .text(let title) = members["title"] else { return [:] }
        let main = try templates.render("error", with: value, over: base)
        return try parts(
            title: title, description: nil, main: Stencil(main), versions: [:], translated: [:], crumbs: [],
            over: base)
    }

    /// - Parameters:
    ///   - versions: The URL of the page on the site of each language.
    ///   - translated: Those where it is in that language.
    ///   - feed: The URL of the feed that has the page's news.
    private func parts(
        title: String, description: String?, main: Stencil, versions: [Language: String],
        translated: [Language: String], crumbs: [PageView.Item], feed: String? = nil, over base: TemplateValue
    ) throws(TemplateError) -> Parts {
        let draw = { (template: String, value: TemplateValue) throws(TemplateError) -> Stencil in
            Stencil(try templates.render(template, with: value, over: base))
        }
        let choice = LanguageSwitch(current: language, urls: versions, names: languageNames).value
        let alternates = LanguageSwitch(current: language, urls: translated, names: languageNames).value
        let fullTitle = contexts.words("titles.page", ["title": title, "force": Stencil.mark("force.name")])
        return [
            .title: Stencil(HTML(escaping: fullTitle)),
            .head: try draw(
                "head",
                ["description": .text(orNull: description), "alternates": alternates, "feed": .text(orNull: feed)]),
            .languages: try draw("languages", ["alternates": choice]),
            .breadcrumbs: try draw("breadcrumbs", ["crumbs": TemplateValue(crumbs)]),
            .main: main,
        ]
    }

    /// The headings of a long page, as links to them.
    private func contents(of body: MarkdownBody) -> [TemplateValue] {
        let headings = body.headings.filter { $0.level == 2 }
        guard headings.count >= Self.contentsThreshold else { return [] }
        return headings.map { ["title": .text(slots.text($0.text)), "url": .text("#\($0.id)")] }
    }

    private func signposts(_ names: [String], words: Words) -> [TemplateValue] {
        names.map { name in
            let number = slots.text("{{site.signposts.\(name)}}")
            return [
                "label": .text(words("signposts.\(name)")), "number": .text(number),
                "url": .text("tel:\(number.filter { $0 != " " })"),
            ]
        }
    }

    /// The body with everything filled in that does not depend on the force.
    private func body(
        _ body: MarkdownBody, links: [String?], words: Words, _ report: inout DiagnosticReport
    ) -> HTML {
        var output: [UInt8] = []
        output.reserveCapacity(4_096)
        var links = links[...]
        // Whether the link that is open has been dropped to its text.
        var isDropped = false
        for segment in body.segments {
            switch segment {
            case .html(let bytes): output.append(contentsOf: bytes)
            case .slot(let slot): slots.write(slot, into: &output, &report)
            case .word(let key): HTML.escape(words(key), into: &output)
            case .image(let image): files.writeImage(image.path, into: &output)
            case .block: break
            case .link(let link):
                let url: String?
                switch link.target {
                case .page: url = links.popFirst() ?? nil
                case .file(let path): url = files.url(ofAsset: path)
                }
                isDropped = url == nil
                guard let url else { break }
                output.append(contentsOf: (link.isButton ? "<a class=\"button\" href=\"" : "<a href=\"").utf8)
                HTML.escape(url, into: &output)
                output.append(contentsOf: "\">".utf8)
            case .linkEnd(let link):
                guard !isDropped else { break }
                if case .file(let path) = link.target { files.writeKindAndSize(path, into: &output) }
                output.append(contentsOf: "</a>".utf8)
            }
        }
        return HTML(trusted: output)
    }
}
