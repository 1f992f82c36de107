/// What a search found, the best first.
package struct SearchResults: Sendable, Hashable {
    /// How many pages match; `results` may hold fewer.
    package let total: Int
    package let results: [SearchResult]
}
