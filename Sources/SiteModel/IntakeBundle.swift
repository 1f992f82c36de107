package import Forms

/// What the intake knows of the sites: all that it takes to receive a form and to answer a search, and nothing of the
/// content around it.
///
/// A bundle is a folder named by its digest. In it `bundle.json` is this value, `definitions/<digest>.json` are the
/// forms, `shells/<force>.<language>.html` the pages around them, `templates/` what draws them and `search.sqlite` the
/// index of the search.
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
        /// Which of the editions the force publishes.
        package var edition: Int

        package init(_ force: Force, demonstration: Bool, edition: Int) {
            code = force.code
            name = force.name
            hosts = force.hosts(demonstration: demonstration)
            languages = force.languages
            facts = force.facts
            self.edition = edition
        }
    }

    /// What forces with the same pages have in common.
    package struct Edition: Codable, Sendable, Hashable {
        package var forms: [FormID: FormEntry]
        /// The URLs of the pages that the intake may lead to, by language and path.
        package var urls: [Language: [String: String]]

        package init(forms: [FormID: FormEntry], urls: [Language: [String: String]]) {
            self.forms = forms
            self.urls = urls
        }
    }

    package struct FormEntry: Codable, Sendable, Hashable {
        /// The digest of the definition that draws the form now, in hexadecimal.
        package var definition: String
        /// The page that the form begins on.
        package var page: PagePath
        /// The page that tells what becomes of the answers.
        package var privacy: PagePath?
        /// The languages that the form can be filled in.
        package var languages: [Language]

        package init(definition: String, page: PagePath, privacy: PagePath?, languages: [Language]) {
            self.definition = definition
            self.page = page
            self.privacy = privacy
            self.languages = languages
        }
    }

    package var format: Int
    /// The stylesheet, the same on every host.
    package var stylesheet: LinkedFile
    /// The script, where there is one.
    package var script: LinkedFile?
    package var siteName: LocalizedText
    package var demonstration: Bool
    package var signposts: [String: String]
    /// Where whoever leaves a sensitive form is led, which has nothing to do with the police; nil for the form's page.
    package var neutralPage: String?
    package var forces: [ForceID: ForceEntry]
    package var editions: [Edition]
    package var words: [Language: Words]

    package init(
        site: Site, stylesheet: LinkedFile, script: LinkedFile?, forces: [ForceID: ForceEntry], editions: [Edition],
        words: [Language: Words]
    ) {
        format = Self.currentFormat
        self.stylesheet = stylesheet
        self.script = script
        siteName = site.name
        demonstration = site.demonstration
        signposts = site.signposts
        neutralPage = site.neutralPage
        self.forces = forces
        self.editions = editions
        self.words = words
    }

    /// What a force has in common with others; nil for a force that is not in the bundle.
    package func edition(of force: ForceID) -> Edition? {
        forces[force].flatMap { editions.indices.contains($0.edition) ? editions[$0.edition] : nil }
    }

    /// A form of a force, where the force has it.
    package func form(_ form: FormID, of force: ForceID) -> FormEntry? { edition(of: force)?.forms[form] }

    /// The URL of a page on the site of a force; that of its English version where it has none in the language.
    package func url(of page: PagePath, in language: Language, force: ForceID) -> String {
        edition(of: force)?.urls[language]?[page.description] ?? page.url(in: .english)
    }
}
