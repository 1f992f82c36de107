package import Diagnostics
package import Forms
package import SiteModel

/// Everything in `Content/`, read and checked.
package struct SiteContent: Sendable {
    package internal(set) var site: Site?
    /// In the order of their ids.
    package internal(set) var forces: [Force] = []
    package internal(set) var words: [Language: Words] = [:]
    /// In the order of their paths.
    package internal(set) var pages: [SourcePage] = []
    /// Every path that a page was written for, also where the page could not be read.
    package internal(set) var paths: Set<PagePath> = []
    /// The pages that `site.yml` names.
    package internal(set) var siteLinks: [LocatedPath] = []
}

extension SiteContent {
    /// Reads the content, and reports every fault in it.
    ///
    /// - Throws: `SourceFolder.Unreadable` where the machine keeps a file from being read. A folder that does not
    ///   exist is the author's fault, and reported.
    package static func load(
        _ folder: String, _ report: inout DiagnosticReport
    ) throws(SourceFolder.Unreadable) -> SiteContent {
        do {
            var loader = SiteContentLoader(try SourceFolder(reading: folder), root: folder)
            loader.load()
            report.merge(loader.report)
            return loader.content
        } catch {
            guard error.isMissing, error.path == folder else { throw error }
            report.error(
                "content-missing", at: SourceLocation(file: folder),
                "there is no content here: this folder was looked for",
                remedy:
                    "run soh where the folder 'Content' is, or name it with --content; a site begins with "
                    + "\(folder)/site.yml, \(folder)/forces/<id>/force.yml and \(folder)/national/index.md")
            return SiteContent()
        }
    }
}
