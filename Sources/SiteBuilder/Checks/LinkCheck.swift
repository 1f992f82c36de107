import ContentLoader
import Diagnostics
import Forms
import Markdown
import SiteModel

/// Looks for links, exits and services that lead to no page, for fragments that no heading has, and for files that are
/// not there: on the site of every force, and told once for all that share the fault.
struct LinkCheck {
    private let content: SiteContent
    /// The forces whose sites lack what a link leads to.
    private var lacking: [Fault: [(force: ForceID, reason: String?)]] = [:]

    private struct Fault: Hashable {
        let location: SourceLocation
        let path: String
        let isExit: Bool
    }

    /// Paths of pages whose faults have been reported.
    private let unreadable: Set<PagePath>

    init(_ content: SiteContent) {
        self.content = content
        unreadable = content.unreadablePaths
    }

    /// Follows every link of an edition.
    mutating func follow(_ edition: Edition, _ report: inout DiagnosticReport) {
        for page in edition.pages {
            for exit in page.form?.exits ?? [] {
                follow(exit.path.description, at: exit.location, isExit: true, edition)
            }
            for language in edition.languages {
                // What is shown in English on a Welsh site has been looked at on the English one.
                guard page.shownLanguage(in: language) == language else { continue }
                let body = edition.body(of: page, in: language)
                for case .link(let link) in body.segments { follow(link, on: page, in: language, edition, &report) }
                for case .image(let image) in body.segments { checkFile(image.path, at: image.location, &report) }
            }
        }
    }

    private mutating func follow(
        _ link: MarkdownBody.Link, on page: SourcePage, in language: Language, _ edition: Edition,
        _ report: inout DiagnosticReport
    ) {
        switch link.target {
        case .file(let path): checkFile(path, at: link.location, &report)
        case .page(let path, let fragment):
            let path = path.isEmpty ? page.path.description : path
            guard edition.url(of: path, in: language) != nil else {
                // An optional link may lead to a page that some sites lack, but not to one that was never written.
                let isWritten = PagePath(path).map(content.paths.contains) ?? false
                if !link.isOptional || !isWritten { follow(path, at: link.location, edition) }
                return
            }
            guard let fragment, let target = PagePath(path).flatMap(edition.page) else { return }
            let headings = edition.body(of: target, in: language).headings
            guard !headings.contains(where: { $0.id == fragment }) else { return }
            report.error(
                "dead-fragment", at: link.location, "'\(path)' has no heading '#\(fragment)'",
                remedy: Suggestion.remedy(for: fragment, among: headings.map(\.id)))
        }
    }

    private mutating func follow(
        _ path: String, at location: SourceLocation, isExit: Bool = false, _ edition: Edition
    ) {
        guard edition.url(of: path, in: .english) == nil else { return }
        let known = PagePath(path)
        if let known, unreadable.contains(known) { return }
        let reason = known.flatMap { edition.absent[$0] }
        lacking[Fault(location: location, path: path, isExit: isExit), default: []] += edition.forces.map {
            ($0.id, reason?.reason(for: $0.id))
        }
    }

    private func checkFile(_ path: String, at location: SourceLocation, _ report: inout DiagnosticReport) {
        guard content.assets[path] == nil else { return }
        report.error(
            "missing-file", at: location, "there is no file 'assets/\(path)'",
            remedy: Suggestion.remedy(for: path, among: content.assets.keys))
    }

    /// Tells what was found.
    func tell(_ report: inout DiagnosticReport) {
        for (id, location) in content.catalogue.locations {
            guard let service = content.catalogue.catalogue.all.first(where: { $0.id == id }),
                !content.paths.contains(service.page)
            else { continue }
            tellOfMissingPage(service.page.description, at: location, &report)
        }
        for (fault, forces) in lacking {
            guard PagePath(fault.path).map(content.paths.contains) ?? false, let first = forces.first else {
                tellOfMissingPage(fault.path, at: fault.location, &report)
                continue
            }
            let others = forces.count - 1
            let whose = others == 0 ? "the site of \(first.force)" : "\(forces.count) sites, \(first.force) among them"
            report.error(
                "dead-link", at: fault.location,
                "'\(fault.path)' is not on \(whose): it \(first.reason ?? "is a page of other forces")",
                remedy: fault.isExit
                    ? "lead to a page that every site has, or limit this page with 'only' or 'except'"
                    : "write '[…](\(fault.path)){optional}', or limit this page with 'only' or 'except'")
        }
    }

    private func tellOfMissingPage(_ path: String, at location: SourceLocation, _ report: inout DiagnosticReport) {
        report.error(
            "dead-link", at: location, "there is no page '\(path)'",
            remedy: Suggestion.remedy(for: path, among: content.paths.map(\.description)))
    }
}
