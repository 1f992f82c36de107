package import Forms

/// A page that was found, as a results page shows it.
package struct SearchResult: Sendable, Hashable {
    /// A part of a text: plain words, not HTML.
    package struct Fragment: Sendable, Hashable {
        package let text: String
        /// Whether this is what was searched for.
        package let isMatch: Bool
    }

    package let title: [Fragment]
    package let url: String
    /// The language of the title and the excerpt, which may not be that of the site.
    package let language: Language
    /// About 30 words of the description or the body, with an ellipsis where something was left out.
    package let excerpt: [Fragment]
}
