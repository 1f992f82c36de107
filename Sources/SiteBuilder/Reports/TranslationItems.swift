import ContentLoader
import Diagnostics
import Forms
import SiteModel

/// What Welsh is missing, stale or awaits a translator.
struct TranslationItems {
    let content: SiteContent
    let found: DiagnosticReport

    var all: [ContentReport.Item] {
        guard content.forces.contains(where: { $0.languages.contains(.welsh) }) else { return [] }
        return missing + stale + unreviewed
    }

    private var missing: [ContentReport.Item] {
        content.pages.filter { page in
            page.texts[.welsh] == nil && page.companion == nil && !page.upkeep.isDraft && isOnWelshSite(page)
        }.map { .init(kind: .missingWelsh, subject: $0.location.file, detail: $0.english.title) }
    }

    private func isOnWelshSite(_ page: SourcePage) -> Bool {
        content.forces.contains { force in
            guard force.languages.contains(.welsh) else { return false }
            switch page.origin {
            case .national: return page.audience.includes(force.id)
            case .force(let id): return id == force.id
            }
        }
    }

    private var stale: [ContentReport.Item] {
        let codes = ["stale-translation": "the English has changed", "unstamped-translation": "no stamp"]
        return found.sorted.compactMap { fault in
            codes[fault.code].map { .init(kind: .staleWelsh, subject: fault.location.file, detail: $0) }
        }
    }

    private var unreviewed: [ContentReport.Item] {
        let pages = content.pages.filter { $0.companion == nil }.compactMap { page -> String? in
            page.texts[.welsh].flatMap { $0.reviewed == nil ? $0.location.file : nil }
        }
        return (pages + content.unreviewedTwins).sorted().map {
            .init(kind: .unreviewedWelsh, subject: $0, detail: "awaits a translator's review")
        }
    }
}
