import ContentLoader
package import Diagnostics
import FormViews
package import Forms
import SiteModel

/// Where the sites stand and which of their URLs need special care: what a web server has to know of them.
package struct SiteAddresses: Sendable {
    /// The forces, in the order of their ids, and the hosts that they are served under.
    package let forces: [(id: ForceID, hosts: [String])]
    /// URLs at and below which nobody's visit is logged: anonymous forms and their pages.
    package private(set) var anonymous: Set<String> = []
    /// URLs of pages that browsers must not keep: sensitive ones, and those that a form begins on.
    package private(set) var unkept: Set<String> = []
    /// URLs whose pages are `index.html` in a folder: fronts of sections and of languages.
    package private(set) var fronts: Set<String> = []
    /// Where "Exit this page" leads; nil where the site names no page for it.
    package let neutralPage: String?

    /// Reads the content as a build does. Nil where it is too faulty, which is reported.
    ///
    /// - Throws: `SourceFolder.Unreadable`.
    package init?(_ options: SiteBuild.Options, _ report: inout DiagnosticReport) throws {
        let content = try SiteContent.load(options.content, jobs: options.jobs, &report)
        let chosen = SiteBuild(options).chosenForces(of: content, &report)
        guard let site = content.site, !report.hasErrors else { return nil }
        forces = chosen.map { ($0.id, $0.hosts(demonstration: site.demonstration)) }
        neutralPage = site.neutralPage
        let plan = SitePlan(content, site: site, today: options.asOf, preview: options.preview, &report)
        for edition in plan.editions {
            for page in edition.pages { add(page, of: edition) }
        }
    }

    private mutating func add(_ page: SourcePage, of edition: Edition) {
        let urls = edition.languages.compactMap { edition.url(of: page.path, in: $0) }
        // The web server finds the home page by itself.
        if page.isFront {
            fronts.formUnion(urls.filter { $0 != "/" }.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 })
        }
        if page.isSensitive || page.form != nil { unkept.formUnion(urls) }
        guard let form = page.form?.definition, form.identity == .none else { return }
        anonymous.formUnion(urls)
        anonymous.insert(FormURL.root(of: form.id))
    }
}
