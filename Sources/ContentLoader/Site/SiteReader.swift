package import Diagnostics
package import Forms
import SiteModel

/// Reads `site.yml`.
enum SiteReader {
    private static let keys = ["name", "demonstration", "groups", "signposts", "neutral-page", "security"]

    /// - Parameter forces: The ids that there are folders for.
    /// - Returns: The site, and what is known of its national numbers.
    static func read(
        _ value: YAMLValue, forces: Set<ForceID>, _ report: inout DiagnosticReport
    ) -> (site: Site, signposts: [DatedFact])? {
        guard let mapping = value.mapping(keys: keys, &report) else { return nil }
        let name = mapping.required("name", &report).flatMap { localizedText($0, &report) }
        let demonstration = mapping.flag("demonstration", default: true, &report)
        let signposts = FactReader.signposts(mapping.required("signposts", &report), &report)
        let groups = groups(mapping["groups"], forces: forces, &report)
        let security = mapping["security"].flatMap { securityContact($0, &report) }
        let neutral = mapping["neutral-page"].flatMap { _ in
            mapping.parsed("neutral-page", as: "an address", remedy: "write https://…", &report) { text in
                text.hasPrefix("https://") && !text.contains(where: { $0.isWhitespace }) ? text : nil
            }
        }
        guard let name else { return nil }
        let numbers = Dictionary(signposts.map { ($0.name, $0.value.en) }) { first, _ in first }
        let site = Site(
            name: name, demonstration: demonstration, groups: groups, signposts: numbers, neutralPage: neutral,
            security: security)
        return (site, signposts)
    }

    /// Words in both languages: `{ en: …, cy: … }`.
    private static func localizedText(_ value: YAMLValue, _ report: inout DiagnosticReport) -> LocalizedText? {
        let mapping = value.mapping(keys: Language.allCases.map(\.rawValue), &report)
        guard let mapping, let english = mapping.requiredText("en", &report) else { return nil }
        return LocalizedText(english, cy: mapping.text("cy", &report))
    }

    private static func groups(
        _ value: YAMLValue?, forces: Set<ForceID>, _ report: inout DiagnosticReport
    ) -> [String: Set<ForceID>] {
        var groups: [String: Set<ForceID>] = [:]
        for entry in value?.mapping(&report)?.entries ?? [] {
            guard ForceID(rawValue: entry.key).map({ !forces.contains($0) }) ?? false else {
                report.error(
                    "malformed", at: entry.location, "'\(entry.key)' cannot be the name of a group",
                    remedy: "use lower-case letters, digits and hyphens, and not the id of a force")
                continue
            }
            groups[entry.key] = Set(
                entry.value.list(&report).compactMap { item -> ForceID? in
                    guard let text = item.text(&report) else { return nil }
                    if let id = ForceID(rawValue: text), forces.contains(id) { return id }
                    report.error(
                        "unknown-force", at: item.location, "unknown force '\(text)'",
                        remedy: Suggestion.remedy(for: text, among: forces.map(\.rawValue)))
                    return nil
                })
        }
        return groups
    }

    private static func securityContact(_ value: YAMLValue, _ report: inout DiagnosticReport) -> SecurityContact? {
        guard let mapping = value.mapping(keys: ["contact", "expires", "policy"], &report) else { return nil }
        let contact = mapping.parsed(
            "contact", as: "an address", remedy: "write mailto:…, https://… or tel:…", &report
        ) { text in
            ["mailto:", "https://", "tel:"].contains { text.hasPrefix($0) } && !text.contains(" ") ? text : nil
        }
        _ = mapping.required("expires", &report)
        let expires = mapping.day("expires", &report)
        let policy = mapping.text("policy", &report)
        guard let contact, let expires else { return nil }
        return SecurityContact(contact: contact, expires: expires, policy: policy)
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

/// A path that an author wrote, and where.
package struct LocatedPath: Sendable, Hashable {
    package let path: PagePath
    package let location: SourceLocation
}
