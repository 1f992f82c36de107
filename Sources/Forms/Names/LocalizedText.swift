/// Words in English and, where they have been translated, in Welsh.
package struct LocalizedText: Codable, Sendable, Hashable {
    package var en: String
    package var cy: String?

    package init(_ en: String, cy: String? = nil) {
        self.en = en
        self.cy = cy
    }

    /// The words in that language; English where a translation is missing.
    package subscript(language: Language) -> String {
        switch language {
        case .english: en
        case .welsh: cy ?? en
        }
    }
}
