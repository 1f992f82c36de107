import ContentLoader
import FormViews
import Forms
import SiteModel
import TemplateEngine

/// What the templates of one language are drawn with.
struct TemplateContexts: Sendable {
    let language: Language
    let words: Words
    private let files: [String: TemplateValue]
    private let page: PageContext
    /// Any force, with marks for whatever forces differ in.
    private let anyForce: PageContext.Force
    /// The pages that templates name as `urls.…`.
    let namedPaths: [String]
    /// Those that were written for any site.
    private let knownPaths: Set<String>
    /// Those whose pages could not be read, which has been reported.
    private let unreadablePaths: Set<PagePath>

    init(
        plan: SitePlan, language: Language, words: Words, namedPaths: Set<String>, files: [String: TemplateValue]
    ) {
        self.language = language
        self.words = words
        self.files = files
        page = PageContext(
            language: language, words: words, siteName: plan.site.name, demonstration: plan.site.demonstration,
            signposts: plan.site.signposts)
        let facts = Set(plan.content.forces.flatMap(\.facts.keys))
        anyForce = PageContext.Force(
            id: Stencil.mark("force.id"), name: Stencil.mark("force.name"),
            facts: Dictionary(uniqueKeysWithValues: facts.map { ($0, Stencil.mark("force.facts.\($0)")) }))
        self.namedPaths = namedPaths.sorted()
        knownPaths = Set(plan.content.paths.map(\.description))
        unreadablePaths = plan.content.unreadablePaths
    }

    /// The URL of each page that templates name; none where no site has such a page, so that drawing reports it.
    func namedURLs(_ url: (String) -> String?) -> [String: String?] {
        var urls: [String: String?] = [:]
        for name in namedPaths where knownPaths.contains("/\(name)") { urls[name] = .some(url("/\(name)")) }
        // As if the page were there: its fault has been told.
        for path in unreadablePaths {
            let name = String(path.description.dropFirst())
            if let url = urls[name], url == nil { urls[name] = path.url(in: language) }
        }
        return urls
    }

    /// What every template finds that is drawn for all forces of an edition: the facts of a force are marks that leave
    /// gaps.
    func shared(urls: [String: String?]) -> TemplateValue { page.value(for: anyForce, urls: urls, files) }

    /// The context of the layout of one force, with marks where each page differs.
    func layout(of force: Force, in edition: Edition) -> TemplateValue {
        var members = files
        members["navigation"] = links(edition.services(in: .navigation), edition)
        members["footer"] = links(edition.services(in: .footer), edition)
        for gap in ShellGap.allCases { members[gap.rawValue] = .html(HTML(trusted: Array(gap.mark.utf8))) }
        return page.value(
            for: .init(id: force.id.rawValue, name: force.name[language], facts: force.facts),
            urls: namedURLs { edition.url(of: $0, in: language) }, members)
    }

    private func links(_ services: [Service], _ edition: Edition) -> TemplateValue {
        .list(
            services.compactMap { service in
                PageView.Item(service.page, in: language, edition).map { TemplateValue($0) }
            })
    }
}
