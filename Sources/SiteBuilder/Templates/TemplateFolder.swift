package import ContentLoader
package import Diagnostics
package import TemplateEngine

/// Everything in `Templates/`: the templates, compiled, and the files that pages load.
package struct TemplateFolder: Sendable {
    let folder: String
    /// The templates by name: their path without `.mustache`.
    package let templates: TemplateSet
    /// The sources of the templates, which the intake compiles again.
    let sources: [(path: String, bytes: [UInt8])]
    /// The one stylesheet; nil where it is missing, which has been reported.
    let stylesheet: PublishedFiles.File?
    /// The one script, which nothing may depend on; nil where there is none.
    let script: PublishedFiles.File?

    /// Reads the folder, and reports every fault of syntax in it.
    ///
    /// - Throws: `SourceFolder.Unreadable` where the machine keeps a file from being read.
    package init(reading folder: String, _ report: inout DiagnosticReport) throws(SourceFolder.Unreadable) {
        let found: [SourceFolder.File]
        do {
            found = try SourceFolder(reading: folder).files
        } catch {
            guard error.isMissing, error.path == folder else { throw error }
            report.error(
                "templates-missing", at: SourceLocation(file: folder),
                "there are no templates here: this folder was looked for",
                remedy: "run soh where the folder 'Templates' is, or name it with --templates")
            found = []
        }
        var templates: [Template] = []
        var sources: [(path: String, bytes: [UInt8])] = []
        var files: [String: PublishedFiles.File] = [:]
        for file in found {
            guard file.path.hasSuffix(Self.suffix) else {
                files[file.path] = PublishedFiles.File(file.path, bytes: file.bytes)
                if file.path != Self.stylesheetName, file.path != Self.scriptName {
                    report.warning(
                        "unused-file", at: SourceLocation(file: file.shown), "no page loads this file",
                        remedy:
                            "a page loads \(Self.stylesheetName) and \(Self.scriptName), and images from the content")
                }
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
        stylesheet = files.removeValue(forKey: Self.stylesheetName)
        script = files.removeValue(forKey: Self.scriptName)
        if stylesheet == nil, !found.isEmpty {
            report.error(
                "missing-file", at: SourceLocation(file: "\(folder)/\(Self.stylesheetName)"), "this file is missing",
                remedy: "add it")
        }
    }

    private static let suffix = ".mustache"
    private static let stylesheetName = "site.css"
    private static let scriptName = "site.js"
}
