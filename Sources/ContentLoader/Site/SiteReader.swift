package import Diagnostics
package import Forms
import SiteModel

/// Reads `site.yml`.
enum SiteReader {
    private static let keys = ["name", "demonstration", "navigation", "footer", "signposts"]

    static func read(_ value: YAMLValue, _ report: inout DiagnosticReport) -> LocatedSite? {
        guard let mapping = value.mapping(keys: keys, &report) else { return nil }
        let name = mapping.required("name", &report).flatMap { localizedText($0, &report) }
        let demonstration = mapping.flag("demonstration", default: true, &report)
        let navigation = pages(mapping.required("navigation", &report), &report)
        let footer = pages(mapping.required("footer", &report), &report)
        let signposts = texts(mapping.required("signposts", &report), &report)
        guard let name else { return nil }
        let site = Site(
            name: name, demonstration: demonstration, navigation: navigation.map(\.path), footer: footer.map(\.path),
            signposts: signposts)
        return LocatedSite(site: site, links: navigation + footer)
    }

    /// Words in both languages: `{ en: …, cy: … }`.
    private static func localizedText(_ value: YAMLValue, _ report: inout DiagnosticReport) -> LocalizedText? {
        let mapping = value.mapping(keys: Language.allCases.map(\.rawValue), &report)
        guard let mapping, let english = mapping.requiredText("en", &report) else { return nil }
        return LocalizedText(english, cy: mapping.text("cy", &report))
    }

    private static func pages(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> [LocatedPath] {
        (value?.list(&report) ?? []).compactMap { item in
            guard let text = item.text(&report) else { return nil }
            guard let path = PagePath(text) else {
                report.error("malformed", at: item.location, "'\(text)' is not the path of a page")
                return nil
            }
            return LocatedPath(path: path, location: item.location)
        }
    }

    /// A map of plain texts, such as facts and numbers.
    static func texts(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> [String: String] {
        var texts: [String: String] = [:]
        for entry in value?.mapping(&report)?.entries ?? [] {
            if let text = entry.value.text(&report) { texts[entry.key] = text }
        }
        return texts
    }
}

/// The site, and where it names pages.
struct LocatedSite {
    let site: Site
    let links: [LocatedPath]
}

/// A path that an author wrote, and where.
package struct LocatedPath: Sendable, Hashable {
    package let path: PagePath
    package let location: SourceLocation
}
