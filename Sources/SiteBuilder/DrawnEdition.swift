import ContentLoader
import FormViews
import Forms
import SiteModel
import TemplateEngine

/// A page without its shell, ready to be stamped.
struct DrawnPage: Sendable {
    let parts: PageRenderer.Parts
    /// What the page contributes to the checks, inside and outside of `main`.
    let outline: PageOutline
    let digest: [UInt8]

    init(_ parts: PageRenderer.Parts) {
        self.parts = parts
        var outline = PageOutline()
        var marked: [UInt8] = []
        for gap in ShellGap.allCases {
            guard let html = parts[gap]?.marked.bytes else { continue }
            outline.merge(PageOutline(html, isInMain: gap == .main))
            marked += html
            marked.append(0)
        }
        self.outline = outline
        digest = Digest(of: marked).bytes
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

    /// How many pages each force of the edition has, those that tell of problems among them.
    var pageCount: Int {
        pages.values.reduce(0) { $0 + $1.count } + problems.values.reduce(0) { $0 + $1.count }
    }

    /// How many pages stand on a site in another language than that of the site.
    var untranslatedCount: Int {
        pages.reduce(0) { count, entry in
            count + entry.value.count { $0.source.shownLanguage(in: entry.key) != entry.key }
        }
    }

    /// The pages of one force's web root.
    func pageFiles(of force: Force) -> [SiteFile] {
        var result: [SiteFile] = []
        for language in edition.languages {
            guard let shell = shells[.init(force: force.id, language: language)] else { continue }
            let gaps = SlotValues.gaps(of: force, in: language)
            var facts: [UInt8] = []
            for (name, value) in gaps.sorted(by: { $0.key < $1.key }) {
                facts += Array(name.utf8) + [0] + value.bytes + [0]
            }
            let base = shell.digest + Digest(of: facts).bytes
            let own = (pages[language] ?? []).compactMap { page -> (String, DrawnPage)? in
                edition.file(of: page.source, in: language).map { ($0, page.drawn) }
            }
            for (file, page) in own + (problems[language] ?? []) {
                result.append(
                    SiteFile(path: file, fingerprint: Fingerprint(Digest(of: base + page.digest).bytes)) {
                        var bytes: [UInt8] = []
                        bytes.reserveCapacity(16_384)
                        shell.stencil.fill(into: &bytes) { gap, output in
                            guard let part = ShellGap(rawValue: gap).flatMap({ page.parts[$0] }) else { return }
                            part.fill(into: &output) { gap, output in
                                if let value = gaps[gap] { output.append(contentsOf: value.bytes) }
                            }
                        }
                        return bytes
                    })
            }
        }
        return result
    }

    /// The files that the pages of a force load, show and offer.
    func linkedFiles() -> [SiteFile] {
        var urls: Set<String> = []
        for page in pages.values.joined() {
            urls.formUnion(page.drawn.outline.resources)
            urls.formUnion(page.drawn.outline.links.lazy.filter { $0.hasPrefix("/assets/") })
        }
        return (files.shared + files.assets(at: urls)).map { file in
            SiteFile(path: file.path, fingerprint: Fingerprint(file.digest.bytes)) { file.bytes }
        }
    }
}
