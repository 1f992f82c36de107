package import ContentLoader
package import Diagnostics
package import TemplateEngine

/// Everything in `Templates/`: the templates, compiled, and the files that pages link to.
package struct TemplateFolder: Sendable {
    private let folder: String
    /// The templates by name: their path without `.mustache`.
    package let templates: TemplateSet
    /// The sources of the templates, which the intake compiles again.
    let sources: [(path: String, bytes: [UInt8])]
    /// The other files, such as the stylesheet.
    let assets: [Asset]

    /// Reads the folder, and reports every fault of syntax in it.
    ///
    /// - Throws: `SourceFolder.Unreadable` where the machine keeps a file from being read.
    package init(reading folder: String, _ report: inout DiagnosticReport) throws(SourceFolder.Unreadable) {
        let files: [SourceFolder.File]
        do {
            files = try SourceFolder(reading: folder).files
        } catch {
            guard error.isMissing, error.path == folder else { throw error }
            report.error(
                "templates-missing", at: SourceLocation(file: folder),
                "there are no templates here: this folder was looked for",
                remedy: "run soh where the folder 'Templates' is, or name it with --templates")
            files = []
        }
        var templates: [Template] = []
        var sources: [(path: String, bytes: [UInt8])] = []
        var assets: [Asset] = []
        for file in files {
            guard file.path.hasSuffix(Self.suffix) else {
                assets.append(Asset(path: file.path, bytes: file.bytes))
                continue
            }
            do {
                let name = String(file.path.dropLast(Self.suffix.count))
                templates.append(try Template(name: name, file: file.shown, source: file.bytes))
                sources.append((file.path, file.bytes))
            } catch {
                report.add(error.diagnostic)
            }
        }
        self.folder = folder
        self.templates = TemplateSet(templates)
        self.sources = sources
        self.assets = assets
    }

    private static let suffix = ".mustache"

    /// The URL of an asset, with its digest; reports that there is no such file.
    func url(ofAsset path: String, _ report: inout DiagnosticReport) -> String? {
        if let asset = assets.first(where: { $0.path == path }) { return "/\(asset.published)" }
        report.error(
            "missing-file", at: SourceLocation(file: "\(folder)/\(path)"), "this file is missing", remedy: "add it")
        return nil
    }
}

/// A file that pages link to. Its published name changes with its bytes, so that browsers may keep it for ever.
struct Asset: Sendable {
    let path: String
    let bytes: [UInt8]
    /// The path below a web root: `assets/site.0123456789ab.css`.
    let published: String

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        let digest = Digest(of: bytes).hexadecimal.prefix(12)
        let dot = path.lastIndex(of: ".") ?? path.endIndex
        published = "assets/\(path[..<dot]).\(digest)\(path[dot...])"
    }
}
