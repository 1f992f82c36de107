import ContentLoader
import Diagnostics
import Forms
import SearchIndex
import SiteModel

/// Gathers what can be found: each distinct text once, and every place where it is shown.
struct SearchCollector {
    /// A text is the same wherever these are.
    private struct Key: Hashable {
        let page: Int
        let language: Language
        let blocks: [SourceLocation]
    }

    private var writer = SearchIndexWriter()
    private var numbers: [Key: Int] = [:]
    /// Everything that was gathered, in its order: what the index will hold is known before it is made.
    private var trace: [UInt8] = []

    /// - Parameter number: The number of the edition.
    mutating func add(_ drawn: DrawnEdition, as number: Int) {
        let edition = drawn.edition
        for force in edition.forces {
            writer.assign(force.id, to: number)
            trace += "\(number) \(force.id)\n".utf8
        }
        for language in edition.languages {
            for page in drawn.pages[language] ?? [] {
                guard let text = page.drawn.document else { continue }
                let document = self.document(text, of: page.source, in: language, edition)
                writer.place(document, edition: number, siteLanguage: language, url: page.url)
                trace += "\(number) \(document) \(language.rawValue) ".utf8
                trace += page.url.utf8
            }
        }
    }

    private mutating func document(
        _ document: SearchDocument, of page: SourcePage, in language: Language, _ edition: Edition
    ) -> Int {
        let key = Key(
            page: page.number, language: page.shownLanguage(in: language),
            blocks: edition.blocks(of: page, in: language).map(\.location))
        if let number = numbers[key] { return number }
        for text in [document.title, document.description ?? ""] + document.keywords + [document.body] {
            trace += text.utf8
            trace.append(0)
        }
        let number = writer.add(document)
        numbers[key] = number
        return number
    }

    /// The digest of everything that the index is made from.
    var digest: Digest { Digest(of: trace) }

    /// - Throws: `SearchIndexWriter.Unwritable`.
    func write(to path: String) throws(SearchIndexWriter.Unwritable) {
        try writer.write(to: path)
    }
}
