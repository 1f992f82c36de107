import ContentLoader
import Forms
import Markdown
import SiteModel

/// Pages that no page, no list and no template leads to.
struct UnlinkedPages {
    let plan: SitePlan
    /// The paths that templates name, without the slash at their beginning.
    let named: Set<String>

    var items: [ContentReport.Item] {
        var forces: [PagePath: [ForceID]] = [:]
        for edition in plan.editions {
            for path in unlinked(in: edition) { forces[path, default: []] += edition.forces.map(\.id) }
        }
        return forces.sorted { $0.key < $1.key }.map { path, forces in
            let whose = forces.count == 1 ? "the site of \(forces[0])" : "\(forces.count) sites"
            return .init(kind: .unlinked, subject: path.description, detail: "no page of \(whose) leads to it")
        }
    }

    private func unlinked(in edition: Edition) -> [PagePath] {
        var linked = Set(
            edition.services.map(\.page.description) + named.map { "/\($0)" } + [PagePath.home.description])
        let listsNews = edition.pages.contains { $0.list == .news }
        for page in edition.pages {
            linked.formUnion((page.form?.exits ?? []).map(\.path.description))
            if listsNews, page.news != nil { linked.insert(page.path.description) }
            for language in edition.languages {
                for case .link(let link) in edition.body(of: page, in: language).segments {
                    guard case .page(let path, _) = link.target, path != page.path.description else { continue }
                    linked.insert(path)
                }
            }
        }
        return edition.pages.filter { $0.companion == nil && !linked.contains($0.path.description) }.map(\.path)
    }
}
