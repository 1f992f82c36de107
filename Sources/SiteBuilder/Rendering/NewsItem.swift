import ContentLoader
import FormViews
import Forms
import TemplateEngine

/// A piece of news as a list shows it.
struct NewsItem: Hashable, Sendable {
    let item: PageView.Item
    let kind: NewsMatter.Kind
    let day: CalendarDate

    /// How many the home page shows.
    static let latest = 3

    /// The news of a site, the newest first.
    ///
    /// - Parameter around: The language of the page that lists it.
    static func all(of edition: Edition, in language: Language, around: Language) -> [NewsItem] {
        edition.pages.compactMap { page in
            guard let news = page.news, let day = page.upkeep.publishOn,
                let item = PageView.Item(page.path, in: language, edition, around: around)
            else { return nil }
            return NewsItem(item: item, kind: news.kind, day: day)
        }.sorted { ($1.day, $0.item.title) < ($0.day, $1.item.title) }
    }

    /// What templates see of it.
    func value(words: Words) -> TemplateValue {
        var members = Self.flags(of: kind)
        members["day"] = .text(words.date(day))
        members["iso"] = .text(day.description)
        if case .object(let own) = TemplateValue(item) { members.merge(own) { own, _ in own } }
        return .object(members)
    }

    /// What a page of news says of itself besides its text.
    static func value(of news: NewsMatter, on day: CalendarDate, words: Words) -> TemplateValue {
        var members = flags(of: news.kind)
        members["day"] = .text(words.date(day))
        members["iso"] = .text(day.description)
        members["reference"] = .text(orNull: news.reference)
        return .object(members)
    }

    private static func flags(of kind: NewsMatter.Kind) -> [String: TemplateValue] {
        var flags: [String: TemplateValue] = ["appeal": .flag(kind != .story)]
        for other in NewsMatter.Kind.allCases { flags[other.rawValue] = .flag(kind == other) }
        return flags
    }
}
