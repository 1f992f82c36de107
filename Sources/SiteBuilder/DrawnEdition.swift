import ContentLoader
import FormViews
import Forms
import SearchIndex
import SiteModel
import TemplateEngine

/// A page without its shell, ready to be stamped.
struct DrawnPage: Sendable {
    let parts: PageRenderer.Parts
    /// What the page contributes to the checks, inside and outside of `main`.
    let outline: PageOutline
    let fingerprint: Fingerprint
    /// What the search finds of the page; nil for one that nobody looks for.
    let document: SearchDocument?

    init(_ parts: PageRenderer.Parts, document: SearchDocument?) {
        self.parts = parts
        self.document = document
        var outline = PageOutline()
        var marked: [UInt8] = []
        for gap in ShellGap.allCases {
            guard let html = parts[gap]?.marked.bytes else { continue }
            outline.merge(PageOutline(html, isInMain: gap == .main))
            marked += html
            marked.append(0)
        }
        self.outline = outline
        fingerprint = Digest(of: marked).fingerprint
    }
}

/// What stands around every page of one force in one language.
struct DrawnShell: Sendable {
    let stencil: Stencil
    let outline: PageOutline
    let digest: [UInt8]

    init(_ html: HTML) {
        stencil = Stencil(html)
        outline = PageOutline(html.bytes)
        digest = Digest(of: html.bytes).bytes
    }
}

/// An edition, drawn.
struct DrawnEdition: Sendable {
    struct Page: Sendable {
        let source: SourcePage
        let url: String
        let drawn: DrawnPage
    }

    struct ShellKey: Hashable, Sendable {
        let force: ForceID
        let language: Language
    }

    let edition: Edition
    let files: PublishedFiles
    var pages: [Language: [Page]] = [:]
    /// The pages that tell of problems, by their files.
    var problems: [Language: [(file: String, page: DrawnPage)]] = [:]
    var shells: [ShellKey: DrawnShell] = [:]

    /// The shells by `<force>.<language>`, as the intake knows them.
    var namedShells: [String: Stencil] {
        Dictionary(
            uniqueKeysWithValues: shells.map { ("\($0.key.force).\($0.key.language.rawValue)", $0.value.stencil) })
    }

    /// The outlines of the shells in a language: of forces whose shells differ in nothing that is looked at, one.
    func shellOutlines(in language: Language) -> Set<PageOutline> {
        Set(edition.forces.compactMap { shells[.init(force: $0.id, language: language)]?.outline })
    }

    /// How many pages each force of the edition has, those that tell of problems among them.
    var pageCount: Int {
        pages.values.reduce(0) { $0 + $1.count } + problems.values.reduce(0) { $0 + $1.count }
    }

    /// How many pages stand on a site in another language than that of the site.
    var untranslatedCount: Int {
        pages.reduce(0) { count, entry in
            count
                + entry.value.count {
                    $0.source.companion == nil && $0.source.shownLanguage(in: entry.key) != entry.key
                }
        }
    }

    /// The files that the pages of a force load, show and offer.
    var linkedFiles: [PublishedFiles.File] {
        var urls: Set<String> = []
        for page in pages.values.joined() {
            urls.formUnion(page.drawn.outline.resources)
            urls.formUnion(page.drawn.outline.links.lazy.filter { $0.hasPrefix("/assets/") })
        }
        return files.shared + files.assets(at: urls)
    }
}
