import ContentLoader
import Forms
import FormViews
import SiteModel
import TemplateEngine

/// The names that every template of one language finds.
struct TemplateContexts {
    let plan: SitePlan
    let language: Language
    let stylesheet: String
    private let common: TemplateValue

    init(plan: SitePlan, language: Language, words: Words, stylesheet: String) {
        self.plan = plan
        self.language = language
        self.stylesheet = stylesheet
        var urls: [String: TemplateValue] = [:]
        for page in plan.content.pages where page.path != .home {
            urls[page.path.components.joined(separator: "-")] = .text(plan.url(of: page.path, in: language))
        }
        common = [
            "lang": .text(language.rawValue),
            "words": TemplateValue(words),
            "site": [
                "name": .text(plan.site.name[language]),
                "demonstration": .flag(plan.site.demonstration),
                "signposts": .object(plan.site.signposts.mapValues { .text($0) }),
            ],
            "home": .text(plan.url(of: .home, in: language)),
            "urls": .object(urls),
        ]
    }

    /// The context of what is the same for all forces: the facts of a force are marks that leave gaps.
    func shared(_ members: [String: TemplateValue]) -> TemplateValue {
        let facts = Set(plan.content.forces.flatMap(\.facts.keys))
        let marks: [String: TemplateValue] = Dictionary(
            uniqueKeysWithValues: facts.map { ($0, .text(Stencil.mark("force.facts.\($0)"))) })
        let force: TemplateValue = [
            "id": .text(Stencil.mark("force.id")), "name": .text(Stencil.mark("force.name")), "facts": .object(marks),
        ]
        return common.merging(["force": force]).merging(members)
    }

    /// The context of the layout of one force, with marks where each page differs.
    func layout(of force: Force) -> TemplateValue {
        let members: [String: TemplateValue] = [
            "force": [
                "id": .text(force.id.rawValue), "name": .text(force.name[language]),
                "facts": .object(force.facts.mapValues { .text($0) }),
            ],
            "stylesheet": .text(stylesheet),
            "navigation": links(plan.site.navigation),
            "footer": links(plan.site.footer),
        ]
        let gaps = ShellGap.allCases.map { ($0.rawValue, TemplateValue.html(HTML(trusted: Array($0.mark.utf8)))) }
        return common.merging(members).merging(Dictionary(uniqueKeysWithValues: gaps))
    }

    private func links(_ paths: [PagePath]) -> TemplateValue {
        .list(
            paths.map { path in
                ["title": .text(plan.title(of: path, in: language) ?? ""), "url": .text(plan.url(of: path, in: language))]
            })
    }
}
