import ContentLoader
import Forms
import FoundationEssentials
import SiteModel
import TemplateEngine

/// The files of a bundle, named by the digest of what they are made from.
struct BundleFiles {
    /// In the order of their paths; all but the index of the search.
    let files: [(path: String, bytes: [UInt8])]
    let search: SearchCollector
    /// The index of the search counts by what it holds: its bytes also depend on the SQLite that wrote them.
    let digest: String

    /// - Parameters:
    ///   - definitions: The forms as canonical JSON, by digest.
    ///   - shells: The shells, by `<force>.<language>`.
    ///   - templates: The sources of the templates.
    init(
        bundle: IntakeBundle, definitions: [String: [UInt8]], shells: [String: Stencil],
        templates: [(path: String, bytes: [UInt8])], search: SearchCollector
    ) throws {
        var files = [(path: "bundle.json", bytes: try CanonicalJSON.encode(bundle))]
        files += definitions.map { ("definitions/\($0.key).json", $0.value) }
        files += shells.map { ("shells/\($0.key).html", $0.value.marked.bytes) }
        files += templates.map { ("templates/\($0.path)", $0.bytes) }
        files.sort { $0.path < $1.path }
        self.files = files
        self.search = search
        digest = Digest(of: files + [("search.sqlite", search.digest)]).hexadecimal
    }
}

/// JSON with sorted keys: equal values give equal bytes, and so equal digests.
enum CanonicalJSON {
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}
