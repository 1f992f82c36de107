import Diagnostics
import Forms
import Markdown

/// Reads pages: `national/report/burglary.md` and its Welsh twin `burglary.cy.md`.
struct PageReader {
    private static let keys = ["title", "description", "review-by", "form"]
    private static let twinKeys = ["title", "description", "slug", "form"]

    let forms: FormReader

    /// Reads an English page.
    func page(
        _ file: SourceFolder.File, at path: PagePath, isFront: Bool, _ report: inout DiagnosticReport
    ) -> SourcePage? {
        var own = DiagnosticReport()
        var page = read(file, at: path, isFront: isFront, &own)
        page?.isFaulty = own.hasErrors
        report.merge(own)
        return page
    }

    private func read(
        _ file: SourceFolder.File, at path: PagePath, isFront: Bool, _ report: inout DiagnosticReport
    ) -> SourcePage? {
        guard let (matter, yaml) = split(file, &report) else { return nil }
        let mapping = yaml.mapping(keys: Self.keys, &report)
        let body = MarkdownBody(
            markdown: matter.body, file: file.shown, lineOffset: matter.bodyLineOffset, report: &report)
        guard let mapping else { return nil }
        let title = mapping.requiredText("title", &report)
        let description = mapping.text("description", &report)
        let reviewBy = mapping["review-by"].flatMap { value -> CalendarDate? in
            guard let text = value.text(&report) else { return nil }
            if let date = CalendarDate(iso: text) { return date }
            report.error("malformed", at: value.location, "'\(text)' is not a day", remedy: "write it as 2027-03-01")
            return nil
        }
        let form = mapping["form"].flatMap { self.form($0, at: path, title: title ?? "", &report) }
        guard let title else { return nil }
        let text = PageText(
            title: title, description: description, slug: nil, body: body, location: yaml.location)
        return SourcePage(
            path: path, isFront: isFront, location: yaml.location, form: form, reviewBy: reviewBy,
            texts: [.english: text])
    }

    private func form(
        _ value: YAMLValue, at path: PagePath, title: String, _ report: inout DiagnosticReport
    ) -> FormSource? {
        guard let id = path.components.last.flatMap(FormID.init(rawValue:)) else {
            report.error(
                "malformed", at: value.location, "the name of this file cannot be the id of a form", remedy: idRemedy)
            return nil
        }
        return forms.read(value, id: id, title: title, &report)
    }

    /// Gives a page its Welsh words.
    func translate(_ page: inout SourcePage, with file: SourceFolder.File, _ report: inout DiagnosticReport) {
        guard let (matter, yaml) = split(file, &report) else { return }
        let mapping = yaml.mapping(keys: Self.twinKeys, &report)
        let body = MarkdownBody(
            markdown: matter.body, file: file.shown, lineOffset: matter.bodyLineOffset, report: &report)
        guard let mapping, let title = mapping.requiredText("title", &report) else { return }
        let slug = mapping["slug"].flatMap { value -> String? in
            guard let text = value.text(&report) else { return nil }
            if PagePath(components: [text]) != nil { return text }
            report.error(
                "malformed", at: value.location, "'\(text)' cannot be part of an address",
                remedy: "use lower-case letters, digits and hyphens")
            return nil
        }
        // A twin is held against its English only where that is sound: one fault is told once.
        if !page.isFaulty { translateForm(of: &page, mapping, title: title, &report) }
        page.texts[.welsh] = PageText(
            title: title, description: mapping.text("description", &report), slug: slug, body: body,
            location: yaml.location)
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
            FormTranslation.apply(words, title: title, to: &form, &report)
            form.languages = [.english, .welsh]
            page.form = form
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
