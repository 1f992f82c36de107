import ContentLoader
import Diagnostics
import SiteModel

/// Looks for sensitive pages that nobody could leave: "Exit this page" must lead somewhere else.
struct SensitiveCheck {
    let content: SiteContent

    func run(_ report: inout DiagnosticReport) {
        guard let site = content.site, site.neutralPage == nil else { return }
        for page in content.pages where page.isSensitive && page.companion == nil {
            report.error(
                "no-neutral-page", at: page.location, "the page is sensitive, and 'Exit this page' would lead nowhere",
                remedy: "name a harmless page as 'neutral-page' in \(content.root)/site.yml")
        }
    }
}
