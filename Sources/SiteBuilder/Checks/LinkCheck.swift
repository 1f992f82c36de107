import ContentLoader
import Diagnostics
import Forms
import Markdown

/// Reports links, exits and navigation that lead to no page, and fragments that no heading has.
enum LinkCheck {
    static func run(on plan: SitePlan, _ report: inout DiagnosticReport) {
        for link in plan.content.siteLinks { check(link, plan, &report) }
        for page in plan.content.pages {
            for exit in page.form?.exits ?? [] { check(exit, plan, &report) }
            for (language, text) in page.texts {
                for case .link(let link) in text.body.segments {
                    check(link, on: page, in: language, plan, &report)
                }
            }
        }
    }

    private static func check(_ link: LocatedPath, _ plan: SitePlan, _ report: inout DiagnosticReport) {
        guard !plan.content.paths.contains(link.path) else { return }
        report.error(
            "dead-link", at: link.location, "there is no page '\(link.path)'",
            remedy: Suggestion.remedy(for: link.path.description, among: plan.content.paths.map(\.description)))
    }

    private static func check(
        _ link: MarkdownBody.Link, on page: SourcePage, in language: Language, _ plan: SitePlan,
        _ report: inout DiagnosticReport
    ) {
        let path = link.path.isEmpty ? page.path : PagePath(link.path)
        guard let path, plan.content.paths.contains(path) else {
            report.error(
                "dead-link", at: link.location, "there is no page '\(link.path)'",
                remedy: Suggestion.remedy(for: link.path, among: plan.content.paths.map(\.description)))
            return
        }
        let target = plan.page(at: path)
        guard let fragment = link.fragment, let text = target?.texts[language] ?? target?.texts[.english],
            !text.body.headings.contains(where: { $0.id == fragment })
        else { return }
        report.error(
            "dead-fragment", at: link.location, "'\(path)' has no heading '#\(fragment)'",
            remedy: Suggestion.remedy(for: fragment, among: text.body.headings.map(\.id)))
    }
}
