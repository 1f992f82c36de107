import ContentLoader
import Crypto
import Forms
import SearchIndex

/// Gathers what can be found: each distinct text once, and every place where it is shown.
struct SearchCollector {
    private var writer = SearchIndexWriter()
    private var numbers: [FoundPages.Key: Int] = [:]
    /// Hashes everything that is gathered, in its order: what the index will hold is known before it is made.
    private var hash = SHA256()

    /// - Parameter number: The number of the edition.
    mutating func add(_ found: FoundPages, as number: Int) {
        for force in found.forces {
            writer.assign(force, to: number)
            update("\(number) \(force)")
        }
        for page in found.pages {
            let document = self.number(of: page)
            writer.place(document, edition: number, siteLanguage: page.siteLanguage, url: page.url)
            update("\(number) \(document) \(page.siteLanguage.rawValue) \(page.url)")
        }
    }

    private mutating func number(of page: FoundPages.Page) -> Int {
        if let number = numbers[page.key] { return number }
        let document = page.document
        for text in [document.title, document.description ?? ""] + document.keywords + [document.body] { update(text) }
        let number = writer.add(document)
        numbers[page.key] = number
        return number
    }

    private mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        hash.update(data: [0])
    }

    /// The digest of everything that the index is made from.
    var digest: [UInt8] { Array(hash.finalize()) }

    /// - Throws: `SearchIndexWriter.Unwritable`.
    func write(to path: String) throws(SearchIndexWriter.Unwritable) {
        try writer.write(to: path)
    }
}
