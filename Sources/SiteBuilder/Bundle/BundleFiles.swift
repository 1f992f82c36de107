import Forms
import FoundationEssentials
import SiteModel

/// The files of a bundle, named by the digest of them all.
struct BundleFiles {
    /// In the order of their paths.
    let files: [(path: String, bytes: [UInt8])]
    let digest: String

    /// - Parameters:
    ///   - definitions: The forms as canonical JSON, by digest.
    ///   - shells: The marked shells, by `<force>.<language>`.
    ///   - templates: The sources of the templates.
    init(
        bundle: IntakeBundle, definitions: [String: [UInt8]], shells: [String: [UInt8]],
        templates: [(path: String, bytes: [UInt8])]
    ) throws {
        var files = [(path: "bundle.json", bytes: try CanonicalJSON.encode(bundle))]
        files += definitions.map { ("definitions/\($0.key).json", $0.value) }
        files += shells.map { ("shells/\($0.key).html", $0.value) }
        files += templates.map { ("templates/\($0.path)", $0.bytes) }
        self.files = files.sorted { $0.path < $1.path }
        digest = Digest(of: self.files).hexadecimal
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
