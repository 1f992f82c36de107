import ContentLoader
import Diagnostics
import Forms
import Markdown
import TemplateEngine

/// Looks for what authors keep though nothing needs it: it costs translators and readers of the content their time.
struct UnusedCheck {
    let content: SiteContent
    let templates: TemplateFolder

    /// The templates that builder and intake draw by name.
    private static let roots = [
        "layout", "page", "untranslated", "head", "languages", "breadcrumbs", "error", "forces", "search", "form/step",
        "form/items", "leaving", "form/questions", "form/privacy", "form/check", "form/done",
    ]
    /// Strings that are asked for by a name that is made up on the way.
    private static let families = ["signposts."]

    func run(_ report: inout DiagnosticReport) {
        reportTemplates(&report)
        reportWords(&report)
        reportFiles(&report)
        reportFacts(&report)
    }

    private func reportTemplates(_ report: inout DiagnosticReport) {
        let unused = templates.templates.names.subtracting(templates.templates.reachable(from: Self.roots))
        for name in unused {
            report.warning(
                "unused-template", at: SourceLocation(file: "\(templates.folder)/\(name).mustache"),
                "nothing draws this template", remedy: "delete it, or include it with {{> \(name)}}")
        }
    }

    private func reportWords(_ report: inout DiagnosticReport) {
        let asked = templates.templates.allNames.compactMap { name in
            name.hasPrefix("words.") ? String(name.dropFirst("words.".count)) : nil
        }
        let used = Words.required.union(asked)
        for locations in content.wordLocations.values {
            for (key, location) in locations where !isUsed(key, used) {
                report.warning(
                    "unused-string", at: location, "nothing says the string '\(key)'",
                    remedy: "delete it in every language")
            }
        }
    }

    /// Whether a key is asked for, or lies below one that a template opens as a section.
    private func isUsed(_ key: String, _ used: Set<String>) -> Bool {
        let key = Words.pluralBase(of: key).map { "\($0).other" } ?? key
        if used.contains(key) || Self.families.contains(where: key.hasPrefix) { return true }
        var prefix = key[...]
        while let dot = prefix.lastIndex(of: ".") {
            prefix = prefix[..<dot]
            if used.contains(String(prefix)) { return true }
        }
        return false
    }

    /// The bodies of all pages and blocks in all languages.
    private var bodies: [MarkdownBody] {
        content.pages.flatMap { $0.texts.values.map(\.body) }
            + content.blocks.values.flatMap { $0.values.flatMap { Array($0.bodies.values) } }
    }

    private func reportFacts(_ report: inout DiagnosticReport) {
        let facts = content.facts.filter { $0.slot.hasPrefix("site.facts.") }
        guard !facts.isEmpty else { return }
        var used = content.slotsOfForms
        for body in bodies {
            for case .slot(let slot) in body.segments { used.insert(slot.name) }
        }
        for fact in facts where !used.contains(fact.slot) {
            report.warning(
                "unused-fact", at: fact.location, "no page says the fact '\(fact.name)'",
                remedy: "delete it, or say it as {{\(fact.slot)}}")
        }
    }

    private func reportFiles(_ report: inout DiagnosticReport) {
        var used: Set<String> = []
        for body in bodies {
            for segment in body.segments {
                if case .image(let image) = segment { used.insert(image.path) }
                if case .link(let link) = segment, case .file(let path) = link.target { used.insert(path) }
            }
        }
        for (path, asset) in content.assets where !used.contains(path) {
            report.warning(
                "unused-file", at: SourceLocation(file: asset.shown), "no page shows this file or offers it",
                remedy: "delete it, or link to it as /assets/\(path)")
        }
    }
}
