import Diagnostics
import Forms
import SiteModel

/// Reads what the front matter of an English page says besides its words.
struct PageMatter {
    static let keys = [
        "title", "description", "owner", "reviewed", "review-by", "draft", "publish-on", "expires-on", "only", "except",
        "aliases", "list", "news", "sensitive", "preview", "explains", "form",
    ]
    static let twinKeys = ["title", "description", "slug", "source", "reviewed", "aliases", "form"]
    /// Keys whose change leaves a translation as good as it was.
    static let keysOfUpkeep = [
        "owner", "reviewed", "review-by", "draft", "publish-on", "expires-on", "only", "except", "aliases", "list",
        "news", "sensitive", "preview", "explains",
    ]

    /// The names that `only` and `except` may use: forces, and groups of them.
    let audiences: [String: Set<ForceID>]

    func upkeep(_ mapping: YAMLMapping, _ report: inout DiagnosticReport) -> Upkeep {
        var upkeep = Upkeep()
        upkeep.owner = mapping.text("owner", &report)
        upkeep.reviewed = mapping.day("reviewed", &report)
        upkeep.reviewBy = mapping.day("review-by", &report)
        upkeep.isDraft = mapping.flag("draft", default: false, &report)
        upkeep.isPreview = mapping.flag("preview", default: false, &report)
        upkeep.publishOn = mapping.day("publish-on", &report)
        upkeep.expiresOn = mapping.day("expires-on", &report)
        if let first = upkeep.publishOn, let end = upkeep.expiresOn, end <= first {
            report.error(
                "never-published", at: mapping["expires-on"]?.location ?? mapping.location,
                "the page would expire before it is published", remedy: "let 'expires-on' be later than 'publish-on'")
        }
        if let reviewed = upkeep.reviewed, let next = upkeep.reviewBy, next <= reviewed {
            report.error(
                "malformed", at: mapping["review-by"]?.location ?? mapping.location,
                "the next review would be before the last one", remedy: "let 'review-by' be later than 'reviewed'")
        }
        return upkeep
    }

    func audience(
        _ mapping: YAMLMapping, origin: SourcePage.Origin, _ report: inout DiagnosticReport
    ) -> Audience {
        if case .force = origin, let first = mapping["only"] ?? mapping["except"] {
            report.error(
                "unknown-key", at: first.location, "the page of a force is for that force alone",
                remedy: "take 'only' and 'except' out")
        }
        return Audience(
            only: mapping["only"].map { forces($0, &report) },
            except: mapping["except"].map { forces($0, &report) } ?? [])
    }

    private func forces(_ value: YAMLValue, _ report: inout DiagnosticReport) -> Set<ForceID> {
        var forces: Set<ForceID> = []
        for item in value.scalar == nil ? value.list(&report) : [value] {
            guard let name = item.text(&report) else { continue }
            guard let named = audiences[name] else {
                report.error(
                    "unknown-force", at: item.location, "there is no force or group '\(name)'",
                    remedy: Suggestion.remedy(for: name, among: audiences.keys))
                continue
            }
            forces.formUnion(named)
        }
        return forces
    }

    func list(_ mapping: YAMLMapping, _ report: inout DiagnosticReport) -> SourcePage.List? {
        guard let value = mapping["list"], let name = value.text(&report) else { return nil }
        if let list = SourcePage.List(rawValue: name) { return list }
        report.error(
            "unknown-list", at: value.location, "there is no list '\(name)'",
            remedy: Suggestion.remedy(for: name, among: SourcePage.List.allCases.map(\.rawValue)))
        return nil
    }

    static func aliases(_ mapping: YAMLMapping, _ report: inout DiagnosticReport) -> [LocatedPath] {
        (mapping["aliases"]?.list(&report) ?? []).compactMap { item in
            guard let text = item.text(&report) else { return nil }
            guard let path = PagePath(text) else {
                report.error(
                    "malformed", at: item.location, "'\(text)' is not the path of a page",
                    remedy: "write it from '/', in lower-case letters, digits and hyphens, and without an extension")
                return nil
            }
            if let first = path.components.first, PagePath.reservedRoots.contains(first) {
                report.error(
                    "reserved-path", at: item.location, "no page can begin with /\(first)",
                    remedy: first == Language.welsh.rawValue
                        ? "a Welsh address stands in the twin, without /cy" : "that address serves something else")
                return nil
            }
            return LocatedPath(path: path, location: item.location)
        }
    }
}
