import ContentLoader
import Diagnostics
import Forms
import SiteModel

/// Looks at the pages of an edition in one language as they were drawn, in the shell of every force that publishes
/// them.
struct RenderedCheck: Sendable {
    /// What is wrong with each shell by itself.
    private let shells: [(outline: PageOutline, faults: Set<OutlineFault>)]
    private let templates: String
    /// Every address of the site: its pages, what the intake answers, and what pages load.
    private let addresses: Set<String>

    /// - Parameter unreadable: Paths of pages whose faults have been reported: links to them are passed over.
    init(
        _ edition: Edition, shells: Set<PageOutline>, files: PublishedFiles, unreadable: Set<PagePath>,
        templates: String
    ) {
        self.templates = templates
        var addresses = edition.allURLs.union(files.urls)
        for language in edition.languages {
            addresses.insert("/search\(language.urlPrefix)")
            for page in edition.pages where page.list == .news {
                edition.url(of: page.path, in: language).map { _ = addresses.insert(NewsFeed.url(of: $0)) }
            }
            addresses.formUnion(unreadable.map { $0.url(in: language) })
        }
        self.addresses = addresses
        self.shells = shells.map { ($0, Set(Self.faults(of: [$0, Self.emptyMain], addresses))) }
    }

    /// Reports what is wrong with the shells.
    func checkShells(_ report: inout DiagnosticReport) {
        let location = SourceLocation(file: "\(templates)/layout.mustache")
        for shell in shells { tell(shell.faults, at: location, &report) }
    }

    /// Reports what is wrong with a page and not with the shells alone.
    func check(_ page: DrawnPage, at location: SourceLocation, _ report: inout DiagnosticReport) {
        for shell in shells {
            let faults = Self.faults(of: [shell.outline, page.outline], addresses)
            if faults.isEmpty { continue }
            tell(Set(faults).subtracting(shell.faults), at: location, &report)
        }
    }

    /// A main part that nothing is wrong with, so that what is found is the shell's.
    private static let emptyMain = PageOutline(Array("<h1>Title</h1>".utf8), isInMain: true)

    private static func faults(of pieces: [PageOutline], _ addresses: Set<String>) -> [OutlineFault] {
        OutlineCheck.faults(of: pieces, isPage: addresses.contains, isResource: addresses.contains)
    }

    private func tell(_ faults: Set<OutlineFault>, at location: SourceLocation, _ report: inout DiagnosticReport) {
        for fault in faults { report.error(fault.code, at: location, fault.message, remedy: fault.remedy) }
    }
}
