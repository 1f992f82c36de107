package import Forms
import GRDB

extension SearchIndex {
    /// Finds the pages of a force's site that hold every term of a query or, where there is none, any of them. The best
    /// come first.
    ///
    /// - Parameters:
    ///   - language: That of the site. In a Welsh site the pages that have no Welsh twin are found too.
    ///   - facts: What stands in titles and excerpts for the facts of this force, by name. Others are left empty.
    ///   - limit: How many results are drawn; `total` counts them all.
    /// - Throws: `Unreadable` where the file turns out to be damaged; `CancellationError`.
    package func search(
        _ query: SearchQuery, force: ForceID, language: Language, facts: [String: String], limit: Int
    ) async throws -> SearchResults {
        guard !query.isEmpty, let reader = readers.randomElement() else { return SearchResults(total: 0, results: []) }
        let lookup = Lookup(
            query: query, force: force, siteLanguage: language, facts: factNames.compactMapValues { facts[$0] },
            limit: max(limit, 0))
        do {
            return try await reader.read { try lookup.results(from: $0) }
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Unreadable(error)
        }
    }
}
