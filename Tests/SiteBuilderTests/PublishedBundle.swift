import Foundation

/// What a test asks the bundle of a run.
struct PublishedBundle: Decodable {
    private struct Force: Decodable {
        let edition: Int
    }

    private struct Edition: Decodable {
        let forms: [String: Form]
    }

    struct Form: Decodable, Equatable {
        /// The digest of its definition.
        let definition: String
        let page: String
        let languages: [String]
    }

    private let forces: [String: Force]
    private let editions: [Edition]

    struct Missing: Error {}

    init(of run: SmallSite.Run) throws {
        let digest = run.text("intake/current").dropFirst("-> ".count)
        guard let json = run.output["intake/\(digest)/bundle.json"] else { throw Missing() }
        self = try JSONDecoder().decode(PublishedBundle.self, from: json)
    }

    /// A form as a force offers it; nil where it does not.
    func form(_ form: String, of force: String) -> Form? {
        forces[force].flatMap { editions[$0.edition].forms[form] }
    }
}
