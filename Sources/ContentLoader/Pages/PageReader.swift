import Diagnostics
import Forms
import Markdown

/// Reads pages: `report/burglary.md` and its Welsh twin `burglary.cy.md`. It does no I/O and keeps no state, so many
/// pages can be read at once.
struct PageReader: Sendable {
    let forms: FormReader
    let matter: PageMatter
    let slots: SiteSlots

    /// The files of one page and where it stands.
    struct Source: Sendable {
        let file: SourceFolder.File
        var twin: SourceFolder.File?
        let path: PagePath
        let isFront: Bool
        let origin: SourcePage.Origin
    }

    /// Reads a page in all its languages. Nil where there is nothing that could stand for it.
    func page(_ source: Source) -> (page: SourcePage?, report: DiagnosticReport) {
        var report = DiagnosticReport()
        guard var page = english(source, &report) else { return (nil, report) }
        page.isFaulty = report.hasErrors
        if let twin = source.twin { translate(&page, source, with: twin, &report) }
        return (page, report)
    }

    private func english(_ source: Source, _ report: inout DiagnosticReport) -> SourcePage? {
        let file = source.file
        guard let (front, yaml) = split(file, &report) else { return nil }
        let mapping = yaml.mapping(keys: PageMatter.keys, &report)
        let body = MarkdownBody(
            markdown: front.body, file: file.shown, lineOffset: front.bodyLineOffset, report: &report)
        guard let mapping else { return nil }
        let title = mapping.requiredText("title", &report)
        let description = mapping.text("description", &report)
        refuseSlots(mapping, &report)
        let upkeep = matter.upkeep(mapping, &report)
        let audience = matter.audience(mapping, origin: source.origin, &report)
        let list = matter.list(mapping, &report)
        let aliases = PageMatter.aliases(mapping, &report)
        let form = mapping["form"].flatMap { self.form($0, at: source.path, title: title ?? "", &report) }
        guard let title else { return nil }
        let text = PageText(
            title: title, description: description, slug: nil, aliases: aliases, body: body, location: yaml.location)
        var page = SourcePage(
            path: source.path, isFront: source.isFront, origin: source.origin, upkeep: upkeep, audience: audience,
            list: list, form: form, english: text)
        page.news = matter.news(mapping, upkeep, &report)
        page.explains = Set((mapping["explains"]?.list(&report) ?? []).compactMap { $0.text(&report) })
        page.isSensitive = mapping.flag("sensitive", default: false, &report) || form?.definition.isSensitive ?? false
        return page
    }

    private func form(
        _ value: YAMLValue, at path: PagePath, title: String, _ report: inout DiagnosticReport
    ) -> FormSource? {
        guard let id = path.components.last.flatMap(FormID.init(rawValue:)) else {
            report.error(
                "malformed", at: value.location, "the name of this file cannot be the id of a form", remedy: idRemedy)
            return nil
        }
        var used: Set<String> = []
        let filled = slots.fill(value, in: .english, used: &used, &report)
        var form = forms.read(filled, id: id, title: title, &report)
        form?.slots = used
        return form
    }

    private func translate(
        _ page: inout SourcePage, _ source: Source, with file: SourceFolder.File, _ report: inout DiagnosticReport
    ) {
        guard let (front, yaml) = split(file, &report) else { return }
        let mapping = yaml.mapping(keys: PageMatter.twinKeys, &report)
        let body = MarkdownBody(
            markdown: front.body, file: file.shown, lineOffset: front.bodyLineOffset, report: &report)
        guard let mapping, let title = mapping.requiredText("title", &report) else { return }
        refuseSlots(mapping, &report)
        let slug = mapping["slug"].flatMap { value -> String? in
            guard let text = value.text(&report) else { return nil }
            if PagePath(components: [text]) != nil { return text }
            report.error(
                "malformed", at: value.location, "'\(text)' cannot be part of an address",
                remedy: "use lower-case letters, digits and hyphens")
            return nil
        }
        // A twin is held against its English only where that is sound: one fault is told once.
        if !page.isFaulty {
            translateForm(of: &page, mapping, title: title, &report)
            TranslationStamp.check(mapping, of: source.file, as: .page, &report)
        }
        var text = PageText(
            title: title, description: mapping.text("description", &report), slug: slug,
            aliases: PageMatter.aliases(mapping, &report), body: body, location: yaml.location)
        text.reviewed = mapping.day("reviewed", &report)
        page.texts[.welsh] = text
    }

    private func translateForm(
        of page: inout SourcePage, _ mapping: YAMLMapping, title: String, _ report: inout DiagnosticReport
    ) {
        switch (page.form, mapping["form"]) {
        case (nil, nil): break
        case (nil, let words?):
            report.error("unknown-key", at: words.location, "the English page has no form")
        case (.some, nil):
            report.error(
                "missing-translation", at: mapping.location, "the Welsh words of the form are missing",
                remedy: "add 'form:' with the words of each step and question")
        case (var form?, let words?):
            let filled = slots.fill(words, in: .welsh, used: &form.slots, &report)
            FormTranslation.apply(filled, title: title, to: &form, sets: forms.sets, &report)
            form.languages = [.english, .welsh]
            page.form = form
        }
    }

    /// Titles and descriptions also stand where no force is known, such as in search.
    private func refuseSlots(_ mapping: YAMLMapping, _ report: inout DiagnosticReport) {
        for key in ["title", "description"] {
            guard let value = mapping[key], value.scalar?.contains("{{") == true else { continue }
            report.error(
                "slot-in-\(key)", at: value.location, "a \(key) cannot hold a slot",
                remedy: "say it in words that are true of every force")
        }
    }

    private func split(
        _ file: SourceFolder.File, _ report: inout DiagnosticReport
    ) -> (matter: FrontMatter, yaml: YAMLValue)? {
        guard let text = file.text(&report) else { return nil }
        do {
            let matter = try FrontMatter(splitting: text)
            let yaml = YAMLDocument.parse(
                matter.yaml, file: file.shown, lineOffset: matter.yamlLineOffset, &report)
            return yaml.map { (matter, $0) }
        } catch {
            let message =
                switch error {
                case .missing: "a page begins with its front matter"
                case .unclosed: "the front matter has no end"
                }
            report.error(
                "front-matter", at: SourceLocation(file: file.shown, line: 1), message,
                remedy: "put 'title: …' between two lines of '---' at the top of the file")
            return nil
        }
    }
}
