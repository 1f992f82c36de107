package import Forms

/// What the intake knows of the sites: all that it takes to receive a form, and nothing of the content around it.
///
/// A bundle is a folder named by its digest. In it `bundle.json` is this value, `definitions/<digest>.json` are the
/// forms, `shells/<force>.<language>.html` the pages around them and `templates/` what draws them.
package struct IntakeBundle: Codable, Sendable, Hashable {
    /// The format that this code writes, and the only one it reads.
    package static let currentFormat = 1

    package struct ForceEntry: Codable, Sendable, Hashable {
        package var code: LetterCode
        package var name: LocalizedText
        /// In lower case, without a port.
        package var hosts: [String]
        package var languages: [Language]
        package var facts: [String: String]

        package init(_ force: Force, demonstration: Bool) {
            code = force.code
            name = force.name
            hosts = force.hosts(demonstration: demonstration)
            languages = force.languages
            facts = force.facts
        }
    }

    package struct FormEntry: Codable, Sendable, Hashable {
        /// The digest of the definition that draws the form now, in hexadecimal.
        package var definition: String
        /// The page that the form begins on.
        package var page: PagePath
        /// The languages that the form can be filled in.
        package var languages: [Language]

        package init(definition: String, page: PagePath, languages: [Language]) {
            self.definition = definition
            self.page = page
            self.languages = languages
        }
    }

    package var format: Int
    /// The URL of the stylesheet, the same on every host.
    package var stylesheet: String
    package var siteName: LocalizedText
    package var demonstration: Bool
    package var signposts: [String: String]
    package var forces: [ForceID: ForceEntry]
    package var forms: [FormID: FormEntry]
    /// The URL of each page, by language and path.
    package var urls: [Language: [String: String]]
    package var words: [Language: Words]

    package init(
        site: Site, stylesheet: String, forces: [ForceID: ForceEntry], forms: [FormID: FormEntry],
        urls: [Language: [String: String]],
        words: [Language: Words]
    ) {
        format = Self.currentFormat
        self.stylesheet = stylesheet
        siteName = site.name
        demonstration = site.demonstration
        signposts = site.signposts
        self.forces = forces
        self.forms = forms
        self.urls = urls
        self.words = words
    }

    /// The URL of a page; that of its English version where it has none in the language.
    package func url(of page: PagePath, in language: Language) -> String {
        urls[language]?[page.description] ?? page.url(in: .english)
    }
}
