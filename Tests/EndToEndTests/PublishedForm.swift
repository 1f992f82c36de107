import Forms
import Foundation

/// A form of a published bundle, as anybody can read it there.
struct PublishedForm: Sendable {
    let definition: FormDefinition
    let page: String
    let languages: [Language]

    private struct Bundle: Decodable {
        struct Edition: Decodable {
            struct Form: Decodable {
                let definition: String
                let page: PagePath
                let languages: [Language]
            }

            let forms: [FormID: Form]
            let urls: [Language: [String: String]]
        }

        struct Force: Decodable {
            let edition: Int
        }

        let editions: [Edition]
        let forces: [ForceID: Force]
    }

    /// The forms of a force, and the address of each page that they begin on or lead to.
    static func all(
        of force: String, in folder: String
    ) throws -> (forms: [PublishedForm], urls: [Language: [String: String]]) {
        let root = "\(folder)/public/intake/current"
        let read = { (path: String) in try Data(contentsOf: URL(filePath: "\(root)/\(path)")) }
        let bundle = try JSONDecoder().decode(Bundle.self, from: try read("bundle.json"))
        guard let id = ForceID(rawValue: force), let edition = bundle.forces[id].map({ bundle.editions[$0.edition] })
        else { return ([], [:]) }
        let forms = try edition.forms.sorted { $0.key < $1.key }.map { _, form in
            PublishedForm(
                definition: try JSONDecoder().decode(
                    FormDefinition.self, from: try read("definitions/\(form.definition).json")),
                page: form.page.description, languages: form.languages)
        }
        return (forms, edition.urls)
    }
}
