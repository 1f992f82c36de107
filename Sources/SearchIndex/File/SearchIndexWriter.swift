package import Forms

/// Collects what can be found, and writes it as one file. The same calls in the same order make equal bytes on the same
/// SQLite.
package struct SearchIndexWriter: Sendable {
    /// Where a document is shown.
    struct Place {
        let edition: Int
        let siteLanguage: Language
        let document: Int
        let url: String
    }

    private(set) var texts: [IndexedText] = []
    private(set) var places: [Place] = []
    private(set) var editions: [ForceID: Int] = [:]

    package init() {}

    /// Adds a document, which nobody finds until it has a place.
    ///
    /// - Returns: The number to place it by.
    package mutating func add(_ document: SearchDocument) -> Int {
        texts.append(IndexedText(document))
        return texts.count
    }

    /// Says where the sites of an edition show a document.
    ///
    /// - Parameters:
    ///   - document: What `add` returned. A document has one place in a site.
    ///   - siteLanguage: The language of the site. A page of a Welsh site that has no twin is an English document here;
    ///     an English site finds only English documents.
    package mutating func place(_ document: Int, edition: Int, siteLanguage: Language, url: String) {
        places.append(Place(edition: edition, siteLanguage: siteLanguage, document: document, url: url))
    }

    /// Says which edition a force publishes.
    package mutating func assign(_ force: ForceID, to edition: Int) {
        editions[force] = edition
    }
}
