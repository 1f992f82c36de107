package import Forms

/// A text that can be found: one page in one language, however many forces show it.
///
/// The texts may hold facts that differ between forces, as `FactMark.text(of:)`.
package struct SearchDocument: Sendable, Hashable {
    /// The language of the text itself, which may be shown in a site of another language.
    package var language: Language
    package var title: String
    /// Words that people search for and that the page does not use.
    package var keywords: [String]
    package var description: String?
    /// The words of the page, without markup.
    package var body: String

    package init(
        language: Language, title: String, keywords: [String] = [], description: String? = nil, body: String
    ) {
        self.language = language
        self.title = title
        self.keywords = keywords
        self.description = description
        self.body = body
    }
}
