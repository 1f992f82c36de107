package import Forms
package import TemplateEngine

/// The versions of one page in other languages, as the templates see them.
package struct LanguageSwitch: Sendable {
    private let versions: [(language: Language, url: String, name: String)]
    private let current: Language

    /// - Parameters:
    ///   - urls: The URL of the page in each language that it is served in.
    ///   - names: What each language calls itself.
    package init(current: Language, urls: [Language: String], names: [Language: String]) {
        self.current = current
        versions = Language.allCases.compactMap { language in
            urls[language].map { (language, $0, names[language] ?? language.rawValue) }
        }
    }

    /// The list of all versions; empty where there is only one.
    package var value: TemplateValue {
        guard versions.count > 1 else { return [] }
        return .list(
            versions.map { version in
                [
                    "lang": .text(version.language.rawValue), "name": .text(version.name),
                    "url": .text(version.url), "current": .flag(version.language == current),
                ]
            })
    }
}
