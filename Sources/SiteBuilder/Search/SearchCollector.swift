import ContentLoader
import Diagnostics
import Forms
import Markdown
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

    private let slots: [Language: SlotValues]
    private var writer = SearchIndexWriter()
    private var numbers: [Key: Int] = [:]
    /// Everything that was gathered, in its order: what the index will hold is known before it is made.
    private var trace: [UInt8] = []

    init(slots: [Language: SlotValues]) {
        self.slots = slots
    }

    mutating func add(_ drawn: DrawnEdition) {
        let edition = drawn.edition
        for language in edition.languages {
            for page in drawn.pages[language] ?? [] {
                let number = number(of: page.source, in: language, edition)
                for force in edition.forces {
                    writer.place(number, force: force.id, siteLanguage: language, url: page.url)
                    trace += "\(number) \(force.id) \(language.rawValue) \(page.url)\n".utf8
                }
            }
        }
    }

    private mutating func number(of page: SourcePage, in language: Language, _ edition: Edition) -> Int {
        let shown = page.shownLanguage(in: language)
        let key = Key(
            page: page.number, language: shown, blocks: edition.blocks(of: page, in: language).map(\.location))
        if let number = numbers[key] { return number }
        let text = page.text(in: language)
        var plain = PlainText()
        for segment in edition.body(of: page, in: language).segments {
            switch segment {
            case .html(let bytes): plain.append(html: bytes)
            case .slot(let slot):
                let value = slots[shown]?.filling("{{\(slot.name)}}") { FactMark.text(of: $0) }
                plain.append(text: value ?? "")
            case .word, .link, .linkEnd, .image, .block: break
            }
        }
        let document = SearchDocument(
            language: shown, title: text.title,
            keywords: edition.service(at: page.path)?.alsoKnownAs[shown] ?? [], description: text.description,
            body: plain.text)
        trace += "\(document)\n".utf8
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
