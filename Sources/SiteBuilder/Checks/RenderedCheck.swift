import ContentLoader
import Diagnostics
import Forms
import SiteModel

/// Looks at the pages of an edition as they were drawn, in the shell of every force that publishes them.
struct RenderedCheck {
    private let drawn: DrawnEdition
    private let templates: String
    /// Every address of the site: its pages, what the intake answers, and what pages load.
    private let addresses: Set<String>

    /// - Parameter unreadable: Paths of pages whose faults have been reported: links to them are passed over.
    init(_ drawn: DrawnEdition, templates: String, unreadable: Set<PagePath>) {
        self.drawn = drawn
        self.templates = templates
        var addresses = drawn.edition.allURLs
        for language in drawn.edition.languages {
            addresses.insert("/search\(language.urlPrefix)")
            addresses.formUnion(unreadable.map { $0.url(in: language) })
        }
        addresses.formUnion(drawn.linkedFiles().map { "/\($0.path)" })
        self.addresses = addresses
    }

    func run(_ report: inout DiagnosticReport) {
        for language in drawn.edition.languages {
            // Forces whose shells differ in nothing that is looked at are looked at once.
            var shells: Set<PageOutline> = []
            for force in drawn.edition.forces {
                guard let shell = drawn.shells[.init(force: force.id, language: language)] else { continue }
                shells.insert(shell.outline)
            }
            for shell in shells { check(shell, language, &report) }
        }
    }

    private func check(_ shell: PageOutline, _ language: Language, _ report: inout DiagnosticReport) {
        let ofShell = Set(faults(of: [shell, Self.emptyMain]))
        tell(ofShell, at: SourceLocation(file: "\(templates)/layout.mustache"), &report)
        for page in drawn.pages[language] ?? [] {
            let faults = Set(faults(of: [shell, page.drawn.outline])).subtracting(ofShell)
            tell(faults, at: page.source.text(in: language).location, &report)
        }
        for (_, page) in drawn.problems[language] ?? [] {
            let faults = Set(faults(of: [shell, page.outline])).subtracting(ofShell)
            tell(faults, at: SourceLocation(file: "\(templates)/error.mustache"), &report)
        }
    }

    /// A main part that nothing is wrong with, so that what is found is the shell's.
    private static let emptyMain = PageOutline(Array("<h1>Title</h1>".utf8), isInMain: true)

    private func faults(of pieces: [PageOutline]) -> [OutlineFault] {
        OutlineCheck.faults(of: pieces, isPage: addresses.contains, isResource: addresses.contains)
    }

    private func tell(_ faults: Set<OutlineFault>, at location: SourceLocation, _ report: inout DiagnosticReport) {
        for fault in faults { report.error(fault.code, at: location, fault.message, remedy: fault.remedy) }
    }
}
