import ContentLoader
import Diagnostics
import Forms
import SiteModel

/// What is published: the editions of the site, and everything that they share.
struct SitePlan: Sendable {
    let content: SiteContent
    let site: Site
    let editions: [Edition]

    /// Works out the editions, and reports what cannot stand on one site together.
    ///
    /// - Parameter today: The day that drafts and dates are judged against.
    init(
        _ content: SiteContent, site: Site, today: CalendarDate, preview: Bool = false, _ report: inout DiagnosticReport
    ) {
        self.content = content
        self.site = site
        var grouped: [Key: [Force]] = [:]
        var selections: [Key: Selection] = [:]
        let owners = Self.owners(of: content.catalogue.catalogue)
        for force in content.forces {
            let selection = Selection(content, force: force, owners: owners, today: today, preview: preview)
            let key = Key(
                languages: force.languages, servicesOff: force.servicesOff, pages: selection.pages,
                blocks: content.blocks[force.id] == nil ? nil : force.id)
            grouped[key, default: []].append(force)
            if selections[key] == nil { selections[key] = selection }
        }
        editions =
            grouped.compactMap { key, forces in
                selections[key].map { selection in
                    Edition(
                        forces: forces, catalogue: content.catalogue.catalogue.without(key.servicesOff),
                        pages: selection.pages.map { content.pages[$0] },
                        blocks: key.blocks.flatMap { content.blocks[$0] } ?? [:],
                        absent: selection.absent)
                }
            }.sorted { ($0.forces.first?.id.rawValue ?? "") < ($1.forces.first?.id.rawValue ?? "") }
        for edition in editions { EditionCheck(edition, content).run(&report) }
    }

    /// What forces must have in common to share an edition.
    private struct Key: Hashable {
        let languages: [Language]
        let servicesOff: Set<ServiceID>
        let pages: [Int]
        let blocks: ForceID?
    }

    /// The services that stand or fall with each page, their sections among them.
    private static func owners(of catalogue: ServiceCatalogue) -> [PagePath: [ServiceID]] {
        var owners: [PagePath: [ServiceID]] = [:]
        for section in catalogue.sections {
            let above = [section.front.id] + (section.parent.map { [$0] } ?? [])
            owners[section.front.page, default: []] += above
            for service in section.services { owners[service.page, default: []] += [service.id] + above }
        }
        return owners
    }

    /// The pages of one force, by their numbers.
    private struct Selection {
        private(set) var pages: [Int] = []
        private(set) var absent: [PagePath: Absence] = [:]

        init(
            _ content: SiteContent, force: Force, owners: [PagePath: [ServiceID]], today: CalendarDate,
            preview: Bool
        ) {
            var own: [PagePath: Int] = [:]
            for number in content.forcePages[force.id] ?? [] {
                let page = content.pages[number]
                if let reason = page.upkeep.absence(on: today, preview: preview) {
                    absent[page.path] = .upkeep(reason)
                } else {
                    own[page.path] = number
                }
            }
            let hasOwn = !own.isEmpty
            pages.reserveCapacity(content.nationalPages.count + own.count)
            for number in content.nationalPages {
                if hasOwn, let replacement = own.removeValue(forKey: content.pages[number].path) {
                    pages.append(replacement)
                } else if let reason = Self.absence(of: content.pages[number], force: force.id, today, preview: preview)
                {
                    absent[content.pages[number].path] = reason
                } else {
                    if !absent.isEmpty { absent[content.pages[number].path] = nil }
                    pages.append(number)
                }
            }
            pages += own.values
            if !force.servicesOff.isEmpty {
                pages.removeAll { number in
                    let path = content.pages[number].path
                    guard let off = owners[path]?.first(where: force.servicesOff.contains) else { return false }
                    absent[path] = .service(off)
                    return true
                }
            }
            // What is made from a page goes with it.
            let makers = Dictionary(pages.lazy.map { (content.pages[$0].path, $0) }) { first, _ in first }
            pages.removeAll { number in
                let page = content.pages[number]
                guard let companion = page.companion else { return false }
                let maker = makers[companion.of].map { content.pages[$0] }
                return maker.map { !companion.kind.belongs(to: $0) || $0.origin != page.origin } ?? true
            }
            // Numbers follow the order of the paths.
            pages.sort()
        }

        private static func absence(
            of page: SourcePage, force: ForceID, _ today: CalendarDate, preview: Bool
        ) -> Absence? {
            if let reason = page.upkeep.absence(on: today, preview: preview) { return .upkeep(reason) }
            return page.audience.includes(force) ? nil : .audience
        }
    }

    /// Every language of any force, English first.
    var languages: [Language] {
        Language.allCases.filter { language in editions.contains { $0.languages.contains(language) } }
    }

    func edition(of force: ForceID) -> Edition? {
        editions.first { $0.forces.contains { $0.id == force } }
    }
}
