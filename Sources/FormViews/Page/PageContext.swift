package import Forms
package import TemplateEngine

/// The names that every template of one language finds, whoever draws it: builder and intake make them here, so that
/// what the build has drawn once cannot fail later.
package struct PageContext: Sendable {
    private let common: TemplateValue

    /// The force that a page is drawn for.
    package struct Force: Sendable {
        let id: String
        let name: String
        let facts: [String: String]

        package init(id: String, name: String, facts: [String: String]) {
            self.id = id
            self.name = name
            self.facts = facts
        }
    }

    /// - Parameter signposts: National numbers, by name.
    package init(
        language: Language, words: Words, siteName: LocalizedText, demonstration: Bool, signposts: [String: String]
    ) {
        let prefix = language == .english ? "" : "/\(language.rawValue)"
        common = [
            "lang": .text(language.rawValue),
            "words": TemplateValue(words),
            "site": [
                "name": .text(siteName[language]),
                "demonstration": .flag(demonstration),
                "signposts": .object(signposts.mapValues { .text($0) }),
                // As a link to call takes them (RFC 3966, 3): without spaces.
                "dial": .object(signposts.mapValues { .text($0.filter { $0 != " " }) }),
            ],
            "home": .text("\(prefix)/"),
            "search": .text("/search\(prefix)"),
        ]
    }

    /// The context for one force, with what the template itself is given.
    ///
    /// - Parameter urls: The URL of each page that templates name, by its path without the first slash: a template
    ///   writes `urls.report/burglary`. Nil where the force has no such page.
    package func value(
        for force: Force, urls: [String: String?], _ members: [String: TemplateValue]
    ) -> TemplateValue {
        let force: TemplateValue = [
            "id": .text(force.id), "name": .text(force.name), "facts": .object(force.facts.mapValues { .text($0) }),
        ]
        let urls = TemplateValue.object(urls.mapValues { .text(orNull: $0) })
        return common.merging(["force": force, "urls": urls]).merging(members)
    }
}
