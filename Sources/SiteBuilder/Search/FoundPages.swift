import ContentLoader
import Diagnostics
import Forms
import SearchIndex
import SiteModel

/// What can be found on the sites of an edition.
struct FoundPages: Sendable {
    /// A text is the same wherever these are.
    struct Key: Hashable, Sendable {
        let page: Int
        let language: Language
        let blocks: [SourceLocation]
    }

    struct Page: Sendable {
        let key: Key
        let document: SearchDocument
        let siteLanguage: Language
        let url: String
    }

    let forces: [ForceID]
    private(set) var pages: [Page] = []

    init(_ drawn: DrawnEdition) {
        let edition = drawn.edition
        forces = edition.forces.map(\.id)
        for language in edition.languages {
            for page in drawn.pages[language] ?? [] {
                guard let document = page.drawn.document else { continue }
                let key = Key(
                    page: page.source.number, language: page.source.shownLanguage(in: language),
                    blocks: edition.blocks(of: page.source, in: language).map(\.location))
                pages.append(Page(key: key, document: document, siteLanguage: language, url: page.url))
            }
        }
    }
}
