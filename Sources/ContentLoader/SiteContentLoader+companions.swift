import Diagnostics
import Forms
import Markdown

extension SiteContentLoader {
    /// The pages that belong to others, without being written.
    mutating func companions(of pages: [SourcePage]) -> [SourcePage] {
        let written = Set(pages.map(\.path))
        var companions: [SourcePage] = []
        for page in pages {
            for companion in Companion.allCases where companion.belongs(to: page) {
                guard let path = companion.path(of: page.path) else { continue }
                content.paths.insert(path)
                if written.contains(path) {
                    report.error(
                        "reserved-path", at: page.location,
                        "the build makes \(path) from this page, and another page stands there",
                        remedy: "give that page another name")
                    continue
                }
                companions.append(made(companion, of: page, at: path))
            }
        }
        return companions
    }

    private func made(_ companion: Companion, of page: SourcePage, at path: PagePath) -> SourcePage {
        var upkeep = page.upkeep
        upkeep.reviewBy = nil
        upkeep.reviewed = nil
        let languages = page.form?.languages ?? Language.allCases.filter { page.texts[$0] != nil }
        let texts = languages.compactMap { language -> (Language, PageText)? in
            guard let words = content.words[language], let title = page.texts[language]?.title else { return nil }
            let slug = words("companions.\(companion.rawValue).slug")
            let text = PageText(
                title: words("companions.\(companion.rawValue).title", ["title": title]), description: nil,
                slug: PagePath(components: [slug]) == nil ? nil : slug, aliases: [], body: .empty,
                location: page.text(in: language).location)
            return (language, text)
        }
        let english = PageText(
            title: page.english.title, description: nil, slug: nil, aliases: [], body: .empty, location: page.location)
        var made = SourcePage(
            path: path, isFront: false, origin: page.origin, upkeep: upkeep, audience: page.audience, list: nil,
            form: nil, english: texts.first { $0.0 == .english }?.1 ?? english)
        for (language, text) in texts { made.texts[language] = text }
        made.companion = (companion, page.path, page.form)
        made.isSensitive = page.isSensitive
        return made
    }
}
