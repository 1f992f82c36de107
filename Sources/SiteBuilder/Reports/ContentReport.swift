import ContentLoader
import Diagnostics
import FormViews
import Forms
import Markdown
import PlainEnglish
import SiteModel

/// What authors should look at, though nothing keeps it from being published: what drifts and what is not there.
package struct ContentReport: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A page or a fact whose review is due or will be soon.
        case review
        /// A page that Welsh sites show in English.
        case missingWelsh = "missing-welsh"
        /// Welsh whose English has changed, or that was never stamped.
        case staleWelsh = "stale-welsh"
        /// Welsh that no translator has reviewed.
        case unreviewedWelsh = "unreviewed-welsh"
        /// What a force has otherwise than the national content.
        case deviation
        /// A page that no page leads to.
        case unlinked
        /// A page that is much harder to read than the others.
        case hard
        /// A number or another fact, the oldest first.
        case fact
    }

    package struct Item: Sendable, Hashable {
        package let kind: Kind
        /// The file, the page or the force that it is about.
        package let subject: String
        package let detail: String
    }

    package let items: [Item]

    /// - Parameter found: What the checks found.
    init(_ plan: SitePlan, templates: TemplateFolder, found: DiagnosticReport, today: CalendarDate) {
        let upkeep = UpkeepItems(content: plan.content, today: today)
        items =
            upkeep.reviews + TranslationItems(content: plan.content, found: found).all
            + plan.content.forces.flatMap { Self.deviations(of: $0, in: plan) }
            + UnlinkedPages(plan: plan, named: templates.templates.namedPaths).items
            + Self.hardPages(of: plan.content) + upkeep.facts
    }

    package func items(of kind: Kind) -> [Item] { items.filter { $0.kind == kind } }

    private static func deviations(of force: Force, in plan: SitePlan) -> [Item] {
        guard let edition = plan.edition(of: force.id) else { return [] }
        return ForceDifferences(content: plan.content, edition: edition, force: force.id).all.map {
            .init(kind: .deviation, subject: force.id.rawValue, detail: "\($0.kind.rawValue) \($0.path)")
        }
    }

    /// The pages whose reading ease lies more than one and a half standard deviations below the mean.
    private static func hardPages(of content: SiteContent) -> [Item] {
        let measured = content.pages.compactMap { page -> (page: SourcePage, reading: Reading, ease: Double)? in
            let reading = Reading(page.english.body.prose.bytes)
            return page.list == .styleGuide ? nil : reading.ease.map { (page, reading, $0) }
        }
        guard measured.count > 2 else { return [] }
        let mean = measured.reduce(0) { $0 + $1.ease } / Double(measured.count)
        let variance = measured.reduce(0) { $0 + ($1.ease - mean) * ($1.ease - mean) } / Double(measured.count)
        let threshold = mean - 1.5 * variance.squareRoot()
        return measured.filter { $0.ease < threshold }.sorted { $0.ease < $1.ease }.map { page, reading, ease in
            let length = Double(reading.words) / Double(reading.sentences.count { $0.isWhole })
            return Item(
                kind: .hard, subject: page.location.file,
                detail: "reading ease \(Int(ease)), mean \(Int(mean)); \(Int(length.rounded())) words a sentence")
        }
    }
}
