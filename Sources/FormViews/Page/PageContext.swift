package import Forms
package import TemplateEngine

/// The names that every template of one language finds, whoever draws it: builder and intake make them here, so that
/// what the build has drawn once cannot fail later.
package struct PageContext: Sendable {
    private let common: TemplateValue

    /// - Parameters:
    ///   - signposts: National numbers, by name.
    ///   - urls: The URL of every page in this language, by its path. A template names `/report/burglary` as
    ///     `urls.report/burglary`.
    package init(
        language: Language, words: Words, siteName: LocalizedText, demonstration: Bool, signposts: [String: String],
        urls: [PagePath: String]
    ) {
        var named: [String: TemplateValue] = [:]
        for (path, url) in urls where path != .home { named[path.components.joined(separator: "/")] = .text(url) }
        common = [
            "lang": .text(language.rawValue),
            "words": TemplateValue(words),
            "site": [
                "name": .text(siteName[language]),
                "demonstration": .flag(demonstration),
                "signposts": .object(signposts.mapValues { .text($0) }),
            ],
            "home": .text(urls[.home] ?? PagePath.home.description),
            "urls": .object(named),
        ]
    }

    /// The context for one force, with what the template itself is given.
    package func value(
        forceID: String, forceName: String, facts: [String: String], _ members: [String: TemplateValue]
    ) -> TemplateValue {
        let force: TemplateValue = [
            "id": .text(forceID), "name": .text(forceName), "facts": .object(facts.mapValues { .text($0) }),
        ]
        return common.merging(["force": force]).merging(members)
    }
}
