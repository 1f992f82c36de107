package import Forms
package import TemplateEngine

/// The page of the search: the box, and what was found.
package struct SearchView: Sendable {
    /// A piece of a title or an excerpt.
    package struct Fragment: Sendable {
        let text: String
        let isMatch: Bool

        package init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }
    }

    package struct Result: Sendable {
        let url: String
        let title: [Fragment]
        let excerpt: [Fragment]
        /// The language of the page, where it is not that of the site.
        let language: Language?

        package init(url: String, title: [Fragment], excerpt: [Fragment], language: Language?) {
            self.url = url
            self.title = title
            self.excerpt = excerpt
            self.language = language
        }
    }

    /// What was typed, as it goes back into the box.
    private let query: String
    /// Whether something was looked for.
    private let isAsked: Bool
    /// Whether only the beginning of what was typed was looked for.
    private let wasCut: Bool
    /// How many pages match; more than are listed, perhaps.
    private let total: Int
    private let results: [Result]

    package init(query: String, isAsked: Bool, wasCut: Bool = false, total: Int = 0, results: [Result] = []) {
        self.query = query
        self.isAsked = isAsked
        self.wasCut = wasCut
        self.total = total
        self.results = results
    }

    package func value(words: Words) -> TemplateValue {
        let counted = words.plural("search.found", total, ["query": query, "shown": "\(results.count)"])
        return [
            "query": .text(query),
            "asked": .flag(isAsked),
            "cut": .flag(wasCut),
            "found": .text(counted),
            "more": .flag(total > results.count),
            "results": .list(
                results.map { result -> TemplateValue in
                    [
                        "url": .text(result.url), "title": Self.value(of: result.title),
                        "excerpt": Self.value(of: result.excerpt),
                        "lang": .text(orNull: result.language?.rawValue),
                    ]
                }, in: "items"),
        ]
    }

    private static func value(of fragments: [Fragment]) -> TemplateValue {
        .list(fragments.map { ["text": .text($0.text), "match": .flag($0.isMatch)] })
    }

    /// One of every kind of page, for proving the template.
    package static let samples: [SearchView] = {
        let fragments = [Fragment(text: "a ", isMatch: false), Fragment(text: "b", isMatch: true)]
        let result = Result(url: "/", title: fragments, excerpt: fragments, language: .english)
        let own = Result(url: "/", title: fragments, excerpt: [], language: nil)
        return [
            SearchView(query: "", isAsked: false), SearchView(query: "a", isAsked: true, wasCut: true),
            SearchView(query: "a", isAsked: true, total: 3, results: [result, own]),
        ]
    }()
}
