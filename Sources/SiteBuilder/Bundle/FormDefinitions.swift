import ContentLoader
import Forms
import SiteModel

/// The definitions of all forms as the intake reads them: canonical JSON, known by its digest.
struct FormDefinitions: Sendable {
    /// The digest of each page's form in hexadecimal, by the number of the page.
    private(set) var digests: [Int: String] = [:]
    /// The JSON by its digest.
    private(set) var json: [String: [UInt8]] = [:]

    init(_ content: SiteContent) throws {
        for page in content.pages {
            guard let form = page.form else { continue }
            let bytes = try CanonicalJSON.encode(form.definition)
            let digest = Digest(of: bytes).hexadecimal
            digests[page.number] = digest
            json[digest] = bytes
        }
    }

    /// What the bundle says of an edition.
    ///
    /// - Parameter named: The paths of the pages that templates name.
    func entry(of edition: Edition, named: [String]) -> IntakeBundle.Edition {
        var forms: [FormID: IntakeBundle.FormEntry] = [:]
        var reached = Set(named + [PagePath.home.description])
        for page in edition.pages {
            guard let form = page.form, let digest = digests[page.number] else { continue }
            let privacy = Companion.privacy.path(of: page.path).flatMap { edition.page(at: $0)?.path }
            forms[form.definition.id] = .init(
                definition: digest, page: page.path, privacy: privacy, languages: form.languages)
            if let privacy { reached.insert(privacy.description) }
            reached.insert(page.path.description)
            reached.formUnion(form.exits.map(\.path.description))
        }
        var urls: [Language: [String: String]] = [:]
        for language in edition.languages {
            for path in reached {
                if let url = edition.url(of: path, in: language) { urls[language, default: [:]][path] = url }
            }
        }
        return IntakeBundle.Edition(forms: forms, urls: urls)
    }
}
