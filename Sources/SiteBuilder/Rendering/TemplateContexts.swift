import ContentLoader
import FormViews
import Forms
import SiteModel
import TemplateEngine

/// What the templates of one language are drawn with.
struct TemplateContexts {
    let plan: SitePlan
    let language: Language
    let stylesheet: String
    private let page: PageContext
    /// The facts of any force, as marks.
    private let factMarks: [String: String]

    init(plan: SitePlan, language: Language, words: Words, stylesheet: String) {
        self.plan = plan
        self.language = language
        self.stylesheet = stylesheet
        let urls = plan.content.pages.map { ($0.path, plan.url(of: $0.path, in: language)) }
        page = PageContext(
            language: language, words: words, siteName: plan.site.name, demonstration: plan.site.demonstration,
            signposts: plan.site.signposts, urls: Dictionary(urls) { first, _ in first })
        let facts = Set(plan.content.forces.flatMap(\.facts.keys))
        factMarks = Dictionary(uniqueKeysWithValues: facts.map { ($0, Stencil.mark("force.facts.\($0)")) })
    }

    /// The context of what is the same for all forces: the facts of a force are marks that leave gaps.
    func shared(_ members: [String: TemplateValue]) -> TemplateValue {
        page.value(
            forceID: Stencil.mark("force.id"), forceName: Stencil.mark("force.name"), facts: factMarks, members)
    }

    /// The context of the layout of one force, with marks where each page differs.
    func layout(of force: Force) -> TemplateValue {
        var members: [String: TemplateValue] = [
            "stylesheet": .text(stylesheet),
            "navigation": links(plan.site.navigation),
            "footer": links(plan.site.footer),
        ]
        for gap in ShellGap.allCases { members[gap.rawValue] = .html(HTML(trusted: Array(gap.mark.utf8))) }
        return page.value(
            forceID: force.id.rawValue, forceName: force.name[language], facts: force.facts, members)
    }

    private func links(_ paths: [PagePath]) -> TemplateValue {
        .list(
            paths.map { path in
                [
                    "title": .text(plan.title(of: path, in: language) ?? ""),
                    "url": .text(plan.url(of: path, in: language)),
                ]
            })
    }
}
