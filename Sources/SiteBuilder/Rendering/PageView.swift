import ContentLoader
import Diagnostics
import Forms
import Markdown
import SiteModel
import TemplateEngine

/// Everything that a page depends on besides its own source and the words of its language. Two forces whose views of a
/// page are equal get the same page, drawn once.
struct PageView: Hashable, Sendable {
    /// A page as a list shows it.
    struct Item: Hashable, Sendable {
        let title: String
        let url: String
        let description: String?
        /// The language of the words, where it is not that of what stands around them.
        let language: Language?
        /// Whether it is the page that the list stands on.
        var isCurrent = false

        init(title: String, url: String, description: String? = nil, language: Language? = nil) {
            self.title = title
            self.url = url
            self.description = description
            self.language = language
        }

        /// Nil where the site has no such page.
        ///
        /// - Parameters:
        ///   - around: The language of what stands around the item; that of the site by default.
        ///   - directly: Whether whoever reads the list knows already what to know before a sensitive page.
        init?(
            _ path: PagePath, in language: Language, _ edition: Edition, around: Language? = nil, directly: Bool = false
        ) {
            guard let page = edition.page(at: path),
                let url = directly ? edition.url(of: path, in: language) : edition.entrance(to: path, in: language)
            else { return nil }
            let text = page.text(in: language)
            let own = page.shownLanguage(in: language)
            self.init(
                title: text.title, url: url, description: text.description,
                language: own == around ?? language ? nil : own)
        }
    }

    /// The number of the page among all sources.
    let page: Int
    /// The language of the site that it stands on.
    let language: Language
    /// The URL of the page in each language of the site.
    let versions: [Language: String]
    let crumbs: [Item]
    /// What each link of the body leads to, in their order; nil for one that is dropped to its text.
    let links: [String?]
    /// The blocks of the force that stand in the page.
    let blocks: [SourceLocation]
    /// The services of the section that the page is the front of.
    let services: [Item]
    /// On the home page, what most people come for.
    let tasks: [Item]
    /// The services that stand in one section with the page, itself among them.
    let section: [Item]
    let index: [ServiceIndex.Letter]
    let related: [Item]
    /// On the list of news all of it, and on the home page the latest.
    let news: [NewsItem]
    /// The URL of the list of news, on a page that shows news or is news.
    let newsFront: String?
    /// The names of the national numbers that belong to the page.
    let signposts: [String]
    /// The titles of the pages that the exits of a form lead to, on a page that names them.
    let titles: [PagePath: String]
    /// The privacy notice of the page's form.
    let privacy: String?
    /// The URL of the page that this one was made from.
    let origin: String?
    /// The URLs of pages that templates name.
    let urls: [String: String?]

    init(
        _ page: SourcePage, body: MarkdownBody, in language: Language, of edition: Edition, home: String,
        urls: [String: String?]
    ) {
        self.page = page.number
        self.language = language
        var versions: [Language: String] = [:]
        for other in edition.languages { versions[other] = edition.url(of: page.path, in: other) }
        self.versions = versions
        crumbs = page.path.ancestors.compactMap { path in
            if path == .home {
                return Item(title: home, url: edition.url(of: path, in: language) ?? "/")
            }
            return Item(path, in: language, edition, directly: true)
        }
        links = body.segments.compactMap { segment -> String?? in
            guard case .link(let link) = segment, case .page(let path, let fragment) = link.target else { return nil }
            let suffix = fragment.map { "#\($0)" } ?? ""
            if path.isEmpty {
                // A fragment that is not there has been reported with its place.
                let isThere = fragment.map { fragment in body.headings.contains { $0.id == fragment } } ?? true
                return .some(isThere ? suffix : nil)
            }
            return .some(edition.url(of: path, in: language).map { $0 + suffix })
        }
        blocks = edition.blocks(of: page, in: language).map(\.location)
        let service = edition.service(at: page.path)
        let shown = page.shownLanguage(in: language)
        let items = { (services: [Service]) in
            services.compactMap {
                Item($0.page, in: language, edition, around: shown, directly: page.isSensitive)
            }
        }
        services = items(edition.services(below: page.path))
        tasks = page.path == .home ? items(edition.services(in: .home)) : []
        let siblings = edition.services(beside: page.path)
        // Whoever fills in a form is not asked to choose again.
        section =
            siblings.count < 2 || page.form != nil
            ? []
            : items(siblings).map { item in
                var item = item
                item.isCurrent = item.url == edition.url(of: page.path, in: language)
                return item
            }
        index = page.list == .aToZ ? ServiceIndex.letters(of: edition, in: language) : []
        // What stands in the list beside it need not stand there twice.
        let beside = Set(section.map(\.url))
        related = items((service?.related ?? []).compactMap { id in edition.services.first { $0.id == id } })
            .filter { !beside.contains($0.url) }
        let isHome = page.path == .home
        news =
            isHome || page.list == .news
            ? Array(
                NewsItem.all(of: edition, in: language, around: shown).prefix(isHome ? NewsItem.latest : .max)) : []
        let front = edition.pages.first { $0.list == .news }
        let showsNews = page.list == .news || page.news != nil || !news.isEmpty
        newsFront = showsNews ? front.flatMap { edition.url(of: $0.path, in: language) } : nil
        signposts = service?.signposts ?? []
        var titles: [PagePath: String] = [:]
        for exit in page.companion?.form?.exits ?? [] { titles[exit.path] = edition.title(of: exit.path, in: shown) }
        self.titles = titles
        let notice = page.form == nil ? nil : Companion.privacy.path(of: page.path)
        privacy = notice.flatMap { edition.url(of: $0, in: language) }
        origin = (page.companion?.of).flatMap { edition.url(of: $0, in: language) }
        self.urls = urls
    }
}

extension TemplateValue {
    init(_ item: PageView.Item) {
        self = [
            "title": .text(item.title), "url": .text(item.url), "description": .text(orNull: item.description),
            "language": .text(orNull: item.language?.rawValue), "current": .flag(item.isCurrent),
        ]
    }

    init(_ items: [PageView.Item]) {
        self = .list(items.map { TemplateValue($0) })
    }
}
