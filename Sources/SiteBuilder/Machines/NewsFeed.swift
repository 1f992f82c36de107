import ContentLoader
import FormViews
import Forms
import SiteModel
import TemplateEngine

/// The news of a force in one language as a feed (RFC 4287).
struct NewsFeed {
    let front: DrawnEdition.Page
    let items: [DrawnEdition.Page]
    let force: Force
    let language: Language
    /// What every address begins with.
    let origin: String

    /// The last part of its address, below that of the list.
    static let name = "feed.xml"

    /// Nil where the site has no list of news.
    init?(_ pages: [DrawnEdition.Page], of force: Force, in language: Language, origin: String) {
        guard let front = pages.first(where: { $0.source.list == .news }) else { return nil }
        self.front = front
        items = pages.filter { $0.source.news != nil && $0.source.upkeep.publishOn != nil }
            .sorted { (Self.day($1), $0.url) < (Self.day($0), $1.url) }
        self.force = force
        self.language = language
        self.origin = origin
    }

    /// The address of the feed of a list of news.
    static func url(of front: String) -> String { "\(front)/\(name)" }

    var path: String { String(Self.url(of: front.url).dropFirst()) }

    var xml: String {
        let title = front.source.text(in: language).title
        let updated = items.map(Self.updated).max() ?? front.source.upkeep.reviewed.map(Self.time) ?? Self.never
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
            <title>\(Self.escaped("\(title) – \(force.name[language])"))</title>
            <id>\(origin)\(Self.url(of: front.url))</id>
            <link rel="self" href="\(origin)\(Self.url(of: front.url))"/>
            <link href="\(origin)\(front.url)"/>
            <updated>\(updated)</updated>
            <author><name>\(Self.escaped(force.name[language]))</name></author>

            """ + items.map(entry).joined() + "</feed>\n"
    }

    private func entry(_ page: DrawnEdition.Page) -> String {
        let text = page.source.text(in: language)
        let shown = page.source.shownLanguage(in: language)
        var lines = [
            "<entry\(shown == language ? "" : " xml:lang=\"\(shown.rawValue)\"")>",
            "<title>\(Self.escaped(text.title))</title>",
            "<id>\(origin)\(page.url)</id>", "<link href=\"\(origin)\(page.url)\"/>",
            "<published>\(Self.time(Self.day(page)))</published>", "<updated>\(Self.updated(page))</updated>",
            "<category term=\"\(page.source.news?.kind.rawValue ?? "")\"/>",
        ]
        if let summary = text.description { lines.append("<summary>\(Self.escaped(summary))</summary>") }
        return (lines + ["</entry>"]).map { $0 + "\n" }.joined()
    }

    /// Before there was any news: a feed must have some time.
    private static let never = "1970-01-01T00:00:00Z"

    private static func day(_ page: DrawnEdition.Page) -> CalendarDate { page.source.upkeep.publishOn ?? .distantPast }

    private static func updated(_ page: DrawnEdition.Page) -> String {
        time(max(day(page), page.source.upkeep.reviewed ?? .distantPast))
    }

    private static func time(_ day: CalendarDate) -> String { "\(day)T00:00:00Z" }

    private static func escaped(_ text: String) -> String {
        String(decoding: HTML(escaping: text).bytes, as: UTF8.self)
    }
}
