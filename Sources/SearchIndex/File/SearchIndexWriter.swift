package import Forms

/// Collects what can be found, and writes it as one file. Equal input makes equal bytes on the same SQLite, in whatever
/// order it was given.
package struct SearchIndexWriter: Sendable {
    /// Where a document is shown.
    struct Place: Hashable {
        let force: ForceID
        let siteLanguage: Language
        let document: Int
    }

    private(set) var texts: [IndexedText] = []
    private(set) var urls: [Place: String] = [:]
    private var numbers: [IndexedText: Int] = [:]

    package init() {}

    /// Adds a document, which nobody finds until it has a place.
    ///
    /// - Returns: The number to place it by; equal documents have the same.
    package mutating func add(_ document: SearchDocument) -> Int {
        let text = IndexedText(document)
        if let known = numbers[text] { return known }
        numbers[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    /// Says that a force shows a document. Where it shows the same document at several addresses, the one that sorts
    /// first is found.
    ///
    /// - Parameters:
    ///   - document: What `add` returned.
    ///   - siteLanguage: The language of the site. A page of a Welsh site that has no twin is an English document here;
    ///     an English site finds only English documents.
    package mutating func place(_ document: Int, force: ForceID, siteLanguage: Language, url: String) {
        precondition(texts.indices.contains(document), "not a number that this writer gave")
        let place = Place(force: force, siteLanguage: siteLanguage, document: document)
        urls[place] = min(urls[place] ?? url, url)
    }
}
