import FastCGI
import FormData
import FormViews
import Forms
import SearchIndex
import SiteModel

/// One request to the search of a site: `/search?q=` or `/search/cy?q=`.
struct SearchVisit {
    /// How many results a page lists. Whoever does not find it among these looks for something else.
    private static let longestList = 20

    private let head: RequestHead
    private let force: ForceID
    private let language: Language
    private let bundle: LoadedBundle
    private let service: IntakeService
    let pages: IntakePages

    /// Nil where the request is for something else, or in a language that the force has no site in.
    init?(head: RequestHead, force: ForceID, service: IntakeService) {
        let languages = service.bundle.contents.forces[force]?.languages ?? []
        guard let language = languages.first(where: { head.path == "/search\($0.urlPrefix)" }) else { return nil }
        self.head = head
        self.force = force
        self.language = language
        self.service = service
        bundle = service.bundle
        // What was looked for goes along to the other language.
        let query = head.query.isEmpty ? "" : "?\(head.query)"
        let versions = languages.map { ($0, "/search\($0.urlPrefix)\(query)") }
        pages = IntakePages(
            bundle: bundle, force: force, language: language, versions: Dictionary(versions) { first, _ in first })
    }

    func answer() async throws -> Response {
        guard head.method != .post else { throw Problem.methodNotAllowed }
        let typed = typedText.prefix(Self.longestEcho)
        let query = SearchQuery(typedText)
        var view = SearchView(query: String(typed), isAsked: !query.isEmpty)
        if !query.isEmpty {
            let today = London.day(of: service.now())
            guard service.limits.take(.search, of: head.client, on: today) else { throw Problem.tooMany }
            let entry = bundle.contents.forces[force]
            var facts = ["force.name": entry?.name[language] ?? "", "force.id": force.rawValue]
            for (name, fact) in entry?.facts ?? [:] { facts["force.facts.\(name)"] = fact }
            let found = try await bundle.search.search(
                query, force: force, language: language, facts: facts, limit: Self.longestList)
            view = SearchView(
                query: String(typed), isAsked: true, wasCut: query.wasCut, total: found.total,
                results: found.results.map { result in
                    .init(
                        url: result.url, title: result.title.map(SearchView.Fragment.init),
                        excerpt: result.excerpt.map(SearchView.Fragment.init),
                        language: result.language == language ? nil : result.language)
                })
        }
        let words = bundle.words(in: language)
        return try pages.page("search", view.value(words: words), title: words("search.title"))
    }

    /// How much of what was typed goes back into the box, in characters.
    private static let longestEcho = 200

    /// What was typed into the box. A query that is no form is taken for an empty one.
    private var typedText: String {
        let pairs = (try? URLEncodedDecoder.fields(of: head.query.utf8)) ?? []
        return pairs.first { $0.name == "q" }?.value ?? ""
    }
}

extension SearchView.Fragment {
    init(_ fragment: SearchResult.Fragment) {
        self.init(text: fragment.text, isMatch: fragment.isMatch)
    }
}
