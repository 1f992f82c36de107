import ContentLoader
import Diagnostics
import Forms
import SiteModel

/// A site that one or more forces publish alike: the pages that are left after overlays, audiences, dates and services
/// that are switched off, and where each stands in each language. Forces of one edition differ in facts only, so that
/// whatever is worked out for an edition is worked out once for all of them.
struct Edition: Sendable {
    let forces: [Force]
    /// English first.
    let languages: [Language]
    /// The services that these forces offer, their sections among them, in the order of the catalogue.
    let services: [Service]
    /// In the order of their paths.
    let pages: [SourcePage]
    /// What these forces say in blocks.
    let blocks: [String: SourceBlock]
    /// Why paths that have been written for are not on this site.
    let absent: [PagePath: Absence]

    private let positions: [PagePath: Int]
    private let servicesByPage: [PagePath: Service]
    private let sectionsByPage: [PagePath: ServiceSection]
    /// The section that each service stands in.
    private let sectionsByService: [PagePath: ServiceSection]
    private let urls: [Language: [String: String]]

    init(
        forces: [Force], catalogue: ServiceCatalogue, pages: [SourcePage], blocks: [String: SourceBlock],
        absent: [PagePath: Absence]
    ) {
        let languages = forces.first?.languages ?? [.english]
        let positions = Dictionary(zip(pages.map(\.path), pages.indices)) { first, _ in first }
        self.forces = forces
        self.languages = languages
        services = catalogue.all
        servicesByPage = Dictionary(catalogue.all.map { ($0.page, $0) }) { first, _ in first }
        sectionsByPage = Dictionary(catalogue.sections.map { ($0.front.page, $0) }) { first, _ in first }
        sectionsByService = Dictionary(
            catalogue.sections.flatMap { section in section.services.map { ($0.page, section) } }
        ) { first, _ in first }
        self.pages = pages
        self.blocks = blocks
        self.absent = absent
        self.positions = positions
        var urls: [Language: [String: String]] = [:]
        for language in languages {
            var own: [String: String] = [:]
            own.reserveCapacity(pages.count)
            for page in pages {
                let path = Self.localized(page.path, in: language) { positions[$0].map { pages[$0] } }
                own[page.path.description] = path.url(in: language)
            }
            urls[language] = own
        }
        self.urls = urls
    }

    /// A path with each part replaced by the slug of the page that it leads to.
    private static func localized(
        _ path: PagePath, in language: Language, page: (PagePath) -> SourcePage?
    ) -> PagePath {
        guard language != .english else { return path }
        let lineage = path.ancestors.dropFirst() + [path]
        let slugs = zip(path.components, lineage).map { component, ancestor in
            page(ancestor)?.texts[language]?.slug ?? component
        }
        return PagePath(components: slugs) ?? path
    }

    func page(at path: PagePath) -> SourcePage? { positions[path].map { pages[$0] } }

    /// The URL of a page in a language of the site; nil where the site has no such page.
    ///
    /// - Parameter path: The path as authors write it.
    func url(of path: String, in language: Language) -> String? { urls[language]?[path] }

    func url(of path: PagePath, in language: Language) -> String? { url(of: path.description, in: language) }

    /// Where a list leads whoever chooses a page: to what has to be known first, where the page is sensitive.
    func entrance(to path: PagePath, in language: Language) -> String? {
        guard let page = page(at: path), page.isSensitive, page.companion == nil else {
            return url(of: path, in: language)
        }
        return Companion.leaving.path(of: path).flatMap { url(of: $0, in: language) } ?? url(of: path, in: language)
    }

    /// The URLs of all pages in all languages.
    var allURLs: Set<String> { urls.values.reduce(into: []) { $0.formUnion($1.values) } }

    /// The file of a page below the web root.
    func file(of page: SourcePage, in language: Language) -> String? {
        url(of: page.path, in: language).map { url in
            let path = url.split(separator: "/").joined(separator: "/")
            guard page.isFront else { return "\(path).html" }
            return path.isEmpty ? "index.html" : "\(path)/index.html"
        }
    }

    /// The title of a page in a language, or in English where it is not translated.
    func title(of path: PagePath, in language: Language) -> String? {
        page(at: path).map { $0.text(in: language).title }
    }

    /// The services of a place on every page, in the order of the catalogue.
    func services(in place: Service.Place) -> [Service] { services.filter { $0.places.contains(place) } }

    /// The service that a page is.
    func service(at path: PagePath) -> Service? { servicesByPage[path] }

    /// The services that stand in one section with a page that is a service itself.
    func services(beside path: PagePath) -> [Service] { sectionsByService[path]?.services ?? [] }

    /// The services of the section that a page is the front of.
    func services(below path: PagePath) -> [Service] { sectionsByPage[path]?.services ?? [] }
}
