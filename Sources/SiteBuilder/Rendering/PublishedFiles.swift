import ContentLoader
import SiteModel
import TemplateEngine

/// The files that pages load, show or offer, under names that change with their bytes: browsers may keep them for ever.
struct PublishedFiles: Sendable {
    struct File: Sendable {
        /// The name without the digest: `site.css`.
        let name: String
        /// The path below a web root: `assets/site.0123456789ab.css`.
        let path: String
        let bytes: [UInt8]
        let digest: Digest
        var fingerprint: Fingerprint { digest.fingerprint }

        init(_ name: String, bytes: [UInt8]) {
            self.name = name
            digest = Digest(of: bytes)
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            path = "assets/\(name[..<dot]).\(digest.hexadecimal.prefix(PublishedFiles.digestLength))\(name[dot...])"
            self.bytes = bytes
        }

        var linked: LinkedFile { LinkedFile(url: "/\(path)", integrity: digest.integrity) }
    }

    /// How many digits of its digest stand in the name of a file.
    static let digestLength = 12

    /// The files of the templates, which every page may load.
    let shared: [File]
    /// Those of the content, by their path below `assets/`.
    private let assets: [String: (source: SourceAsset, file: File)]

    init(shared: [File], assets: [String: SourceAsset]) {
        self.shared = shared
        self.assets = assets.mapValues { ($0, File($0.path, bytes: $0.bytes)) }
    }

    /// The files of the content that stand at these URLs.
    func assets(at urls: Set<String>) -> [File] {
        assets.values.map(\.file).filter { urls.contains($0.linked.url) }.sorted { $0.path < $1.path }
    }

    /// The URLs of all of them.
    var urls: Set<String> { Set((shared + assets.values.map(\.file)).map(\.linked.url)) }

    func url(ofAsset path: String) -> String? { assets[path]?.file.linked.url }

    /// Writes what an image element says of its file.
    func writeImage(_ path: String, into output: inout [UInt8]) {
        guard let (source, file) = assets[path] else { return }
        output.append(contentsOf: " src=\"".utf8)
        HTML.escape(file.linked.url, into: &output)
        output.append(UInt8(ascii: "\""))
        if let size = source.size {
            output.append(contentsOf: " width=\"\(size.width)\" height=\"\(size.height)\"".utf8)
        }
    }

    /// Writes what a citizen wants to know before a download: ` (PDF, 240 KB)`.
    func writeKindAndSize(_ path: String, into output: inout [UInt8]) {
        guard let source = assets[path]?.source else { return }
        HTML.escape(" (\(source.kind.name), \(source.sizeText))", into: &output)
    }
}
