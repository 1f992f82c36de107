import Forms
import TestSupport
import Testing

@testable import SearchIndex

/// A page as one force shows it.
struct SamplePage {
    let document: SearchDocument
    let force: String
    let site: Language
    let url: String

    init(
        _ url: String, _ title: String, keywords: [String] = [], description: String? = nil, body: String = "",
        language: Language = .english, force: String = "gwent", site: Language? = nil
    ) {
        document = SearchDocument(
            language: language, title: title, keywords: keywords, description: description, body: body)
        self.force = force
        self.site = site ?? language
        self.url = url
    }
}

extension SearchIndexWriter {
    init(_ pages: [SamplePage]) throws {
        self.init()
        var numbers: [SearchDocument: Int] = [:]
        var forces: [String] = []
        for page in pages {
            let number = numbers[page.document] ?? add(page.document)
            numbers[page.document] = number
            if !forces.contains(page.force) {
                assign(try #require(ForceID(rawValue: page.force)), to: forces.count)
                forces.append(page.force)
            }
            let edition = try #require(forces.firstIndex(of: page.force))
            place(number, edition: edition, siteLanguage: page.site, url: page.url)
        }
    }
}

/// Runs a test with the index of some pages, written to a file and opened.
func withIndex<Value>(of pages: [SamplePage], _ body: (SearchIndex) async throws -> Value) async throws -> Value {
    try await withTemporaryFolder { folder in
        let path = "\(folder)/search.sqlite"
        try SearchIndexWriter(pages).write(to: path)
        return try await body(try SearchIndex(path: path))
    }
}

extension SearchIndex {
    func find(
        _ text: String, force: String = "gwent", in language: Language = .english, facts: [String: String] = [:],
        limit: Int = 10
    ) async throws -> SearchResults {
        let force = try #require(ForceID(rawValue: force))
        return try await search(SearchQuery(text), force: force, language: language, facts: facts, limit: limit)
    }

    func urls(_ text: String, force: String = "gwent", in language: Language = .english) async throws -> [String] {
        try await find(text, force: force, in: language).results.map(\.url)
    }
}

extension [SearchResult.Fragment] {
    /// The text with what matches in brackets.
    var marked: String { map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined() }
}
