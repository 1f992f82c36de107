import ContentLoader
import Diagnostics
import Forms
import SiteModel

/// Where every page stands in every language.
struct SitePlan {
    let content: SiteContent
    let site: Site
    /// The path of each page in each language that it is written in: the Welsh one is made of slugs.
    private(set) var paths: [Language: [PagePath: PagePath]] = [:]
    private let pages: [PagePath: SourcePage]

    init(_ content: SiteContent, site: Site, _ report: inout DiagnosticReport) {
        self.content = content
        self.site = site
        pages = Dictionary(content.pages.map { ($0.path, $0) }) { first, _ in first }
        for language in Language.allCases {
            var taken: [PagePath: SourceLocation] = [:]
            var paths: [PagePath: PagePath] = [:]
            for page in content.pages {
                guard let text = page.texts[language] else { continue }
                let path = localized(page.path, in: language)
                paths[page.path] = path
                if let other = taken.updateValue(text.location, forKey: path) {
                    report.error(
                        "duplicate-path", at: text.location,
                        "the address \(path.url(in: language)) already belongs to \(other)",
                        remedy: "choose another 'slug'")
                }
            }
            self.paths[language] = paths
        }
    }

    /// A path with each part replaced by the slug of the page that it leads to.
    private func localized(_ path: PagePath, in language: Language) -> PagePath {
        guard language != .english else { return path }
        let lineage = path.ancestors.dropFirst() + [path]
        let slugs = zip(path.components, lineage).map { component, ancestor in
            page(at: ancestor)?.texts[language]?.slug ?? component
        }
        return PagePath(components: slugs) ?? path
    }

    func page(at path: PagePath) -> SourcePage? {
        pages[path]
    }

    /// The URL of a page in a language, or in English where it is not written in that.
    func url(of path: PagePath, in language: Language) -> String {
        if let own = paths[language]?[path] { return own.url(in: language) }
        return path.url(in: .english)
    }

    /// The title of a page in a language, or in English.
    func title(of path: PagePath, in language: Language) -> String? {
        let page = page(at: path)
        return (page?.texts[language] ?? page?.texts[.english])?.title
    }

    /// The URLs of all pages: what the intake redirects to.
    var urls: [Language: [String: String]] {
        paths.reduce(into: [:]) { urls, entry in
            let (language, paths) = entry
            urls[language] = paths.reduce(into: [:]) { $0[$1.key.description] = $1.value.url(in: language) }
        }
    }

    /// Every language of any force, English first.
    var languages: [Language] {
        Language.allCases.filter { language in content.forces.contains { $0.languages.contains(language) } }
    }
}
