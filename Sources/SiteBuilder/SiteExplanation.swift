import ContentLoader
package import Diagnostics
import Forms
import Markdown
import SiteModel
import TemplateEngine

/// Tells what the site of a force is made from: for people who wonder why a page says what it says.
package struct SiteExplanation: Sendable {
    /// What made one page.
    package struct Page: Sendable {
        package let url: String
        /// Where it stands below the web root.
        package let file: String
        /// The files that it is made of and their parts in it: `page`, `translation`, `replaces` for one that is not
        /// shown, `block`, `questions`, `template`, `strings`, `facts`.
        package let sources: [(role: String, path: String)]
        /// What else is worth knowing, in a sentence each.
        package let notes: [String]
    }

    /// What differs from the national content.
    package struct Difference: Sendable, Hashable {
        package enum Kind: String, Sendable {
            case replaced, added, missing, block
        }

        package let kind: Kind
        package let path: String
        /// Why, or by how much.
        package let detail: String
    }

    private let plan: SitePlan
    private let templates: TemplateFolder
    private let force: Force
    private let edition: Edition

    /// Reads the content as a build does. Nil where it is too faulty, or has no such force, which is reported.
    ///
    /// - Throws: `SourceFolder.Unreadable`.
    package init?(of force: String, _ options: SiteBuild.Options, _ report: inout DiagnosticReport) throws {
        let content = try SiteContent.load(options.content, jobs: options.jobs, &report)
        templates = try TemplateFolder(reading: options.templates, &report)
        guard let known = content.forces.first(where: { $0.id.rawValue == force }) else {
            report.error(
                "unknown-force", at: SourceLocation(file: force), "unknown force '\(force)'",
                remedy: Suggestion.remedy(for: force, among: content.forces.map(\.id.rawValue)))
            return nil
        }
        guard let site = content.site else { return nil }
        self.force = known
        plan = SitePlan(content, site: site, today: options.asOf, preview: true, &report)
        guard let edition = plan.edition(of: known.id) else { return nil }
        self.edition = edition
    }

    /// The page at an address of the force: with or without `/cy`, as authors or as citizens write it.
    package func page(at address: String) -> Page? {
        for language in edition.languages {
            for page in edition.pages {
                let url = edition.url(of: page.path, in: language)
                if url == address { return explain(page, in: language, url: address) }
            }
        }
        return nil
    }

    /// Every address of the force, for suggestions.
    package var addresses: Set<String> { edition.allURLs }

    /// Why there is no page at an address; nil where nobody wrote one.
    package func absence(at address: String) -> String? {
        PagePath(address).flatMap { edition.absent[$0] }?.reason(for: force.id)
    }

    private func explain(_ page: SourcePage, in language: Language, url: String) -> Page {
        let shown = page.shownLanguage(in: language)
        var sources: [(role: String, path: String)] = [("page", page.location.file)]
        if shown != .english { sources.append(("translation", page.text(in: shown).location.file)) }
        if case .force = page.origin, let national = plan.content.national(page.path) {
            sources.append(("replaces", national.location.file))
        }
        for block in page.text(in: language).body.blocks {
            let filled = edition.blocks[block.name]?.location.file
            sources.append(("block", filled ?? "\(block.name), which \(force.id) leaves empty"))
        }
        for name in page.form?.questionSets ?? [] {
            sources.append(("questions", "\(plan.content.root)/questions/\(name).yml"))
        }
        let drawn = ["layout", shown == language ? "page" : "untranslated"]
        for name in drawn { sources.append(("template", "\(templates.folder)/\(name).mustache")) }
        sources.append(("strings", "\(plan.content.root)/strings.\(language.rawValue).yml"))
        sources.append(("facts", "\(plan.content.root)/forces/\(force.id)/force.yml"))
        return Page(
            url: url, file: edition.file(of: page, in: language) ?? "", sources: sources,
            notes: notes(on: page, shown: shown, language: language))
    }

    private func notes(on page: SourcePage, shown: Language, language: Language) -> [String] {
        var notes: [String] = []
        if shown != language { notes.append("not translated: shown in English") }
        if let service = edition.service(at: page.path) { notes.append("is the service '\(service.id)'") }
        if page.audience.isLimited { notes.append("limited by 'only' or 'except' to some forces") }
        if let owner = page.upkeep.owner { notes.append("owned by \(owner)") }
        if let day = page.upkeep.reviewed { notes.append("last reviewed on \(day)") }
        if let day = page.upkeep.reviewBy { notes.append("to be reviewed by \(day)") }
        let others = edition.forces.count - 1
        switch others {
        case 0: notes.append("no other force has the same pages")
        case 1: notes.append("1 other force has the same pages")
        default: notes.append("\(others) other forces have the same pages")
        }
        return notes
    }
}

extension SiteExplanation {
    /// How the force differs from the national content, in the order of paths.
    package var differences: [Difference] {
        ForceDifferences(content: plan.content, edition: edition, force: force.id).all
    }
}
