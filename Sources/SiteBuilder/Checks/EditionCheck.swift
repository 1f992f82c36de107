import ContentLoader
import Diagnostics
import Forms
import Markdown
import SiteModel

/// Looks for what cannot stand together on the site of one force.
struct EditionCheck {
    private let edition: Edition
    private let content: SiteContent

    init(_ edition: Edition, _ content: SiteContent) {
        self.edition = edition
        self.content = content
    }

    func run(_ report: inout DiagnosticReport) {
        for language in edition.languages {
            checkAddresses(in: language, &report)
            checkTitles(in: language, &report)
        }
        checkForms(&report)
        checkBlocks(&report)
    }

    /// No two pages at one address, and no alias where a page is or another alias leads.
    private func checkAddresses(in language: Language, _ report: inout DiagnosticReport) {
        var taken: [String: SourceLocation] = [:]
        for page in edition.pages {
            guard let url = edition.url(of: page.path, in: language) else { continue }
            let location = page.text(in: language).location
            guard let other = taken.updateValue(location, forKey: url) else { continue }
            report.error(
                "duplicate-path", at: max(location, other),
                "the address \(url) already belongs to \(min(location, other))",
                remedy: "choose another 'slug'")
        }
        for page in edition.pages {
            guard let text = page.texts[language] else { continue }
            for alias in text.aliases {
                let url = alias.path.url(in: language)
                if url == edition.url(of: page.path, in: language) {
                    report.error(
                        "redirect-loop", at: alias.location, "the alias \(url) is the address of the page itself",
                        remedy: "take it out")
                } else if let other = taken.updateValue(alias.location, forKey: url) {
                    report.error(
                        "duplicate-path", at: alias.location, "the alias \(url) already belongs to \(other)",
                        remedy: "take it out here or there")
                }
            }
        }
    }

    /// Two pages of one title cannot be told apart in a list, a tab or a search.
    private func checkTitles(in language: Language, _ report: inout DiagnosticReport) {
        var titles: [String: SourceLocation] = [:]
        // What is made from a form is told apart as the forms are.
        for page in edition.pages where page.companion == nil {
            guard let text = page.texts[language],
                let other = titles.updateValue(text.location, forKey: text.title), other != text.location
            else { continue }
            report.error(
                "duplicate-title", at: max(text.location, other),
                "\(min(text.location, other)) has the title '\(text.title)' too",
                remedy: "say what sets this page apart")
        }
    }

    private func checkForms(_ report: inout DiagnosticReport) {
        var ids: [FormID: FormSource] = [:]
        var codes: [LetterCode: FormSource] = [:]
        for form in edition.pages.compactMap(\.form) {
            if let other = ids.updateValue(form, forKey: form.definition.id) {
                report.error(
                    "duplicate-form", at: form.location, "\(other.location) already has a form '\(form.definition.id)'",
                    remedy: "rename one of the pages")
            }
            if let other = codes.updateValue(form, forKey: form.definition.code) {
                report.error(
                    "duplicate-code", at: form.location,
                    "\(other.location) already has the code \(form.definition.code)", remedy: "choose other letters")
            }
        }
    }

    private func checkBlocks(_ report: inout DiagnosticReport) {
        guard !edition.blocks.isEmpty else { return }
        let opened = Set(edition.pages.flatMap { $0.english.body.blocks.map(\.name) })
        for (name, block) in edition.blocks where !opened.contains(name) {
            report.error(
                "unused-block", at: block.location, "no page of this force opens the block '\(name)'",
                remedy: Suggestion.remedy(for: name, among: opened))
        }
    }
}
