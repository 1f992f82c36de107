package import Diagnostics
package import Forms
package import SiteModel

/// Everything in `Content/`, read and checked.
package struct SiteContent: Sendable {
    /// The folder that it was read from.
    package internal(set) var root = ""
    package internal(set) var site: Site?
    /// What pages say and what dates: national numbers, and the facts of `facts.yml`.
    package internal(set) var facts: [DatedFact] = []
    /// The slots that forms and question sets say.
    package internal(set) var slotsOfForms: Set<String> = []
    package internal(set) var catalogue = LocatedCatalogue()
    /// In the order of their ids.
    package internal(set) var forces: [Force] = []
    /// How long cases are kept.
    package internal(set) var retention: [RetentionRule] = []
    /// What English texts are held against; nil where nobody has said.
    package internal(set) var writing: WritingRules?
    package internal(set) var words: [Language: Words] = [:]
    /// Twins of strings and question sets that no translator has reviewed.
    package internal(set) var unreviewedTwins: [String] = []
    /// Where each string stands, by its key.
    package internal(set) var wordLocations: [Language: [String: SourceLocation]] = [:]
    /// All pages by their numbers, in the order of their paths.
    package internal(set) var pages: [SourcePage] = []
    /// The numbers of the pages of all forces.
    package internal(set) var nationalPages: [Int] = []
    /// The numbers of the pages of one force.
    package internal(set) var forcePages: [ForceID: [Int]] = [:]
    /// What forces say in the blocks that pages open, by their names.
    package internal(set) var blocks: [ForceID: [String: SourceBlock]] = [:]
    /// Every path that a page was written for, also where the page could not be read.
    package internal(set) var paths: Set<PagePath> = []
    /// Paths of pages that could not be read, which has been reported.
    package var unreadablePaths: Set<PagePath> { paths.subtracting(pages.map(\.path)) }
    /// What pages show or offer for download, by its path below `assets/`.
    package internal(set) var assets: [String: SourceAsset] = [:]
}

extension SiteContent {
    /// Reads the content, and reports every fault in it.
    ///
    /// - Parameter jobs: How many threads may read pages at once.
    /// - Throws: `SourceFolder.Unreadable` where the machine keeps a file from being read. A folder that does not
    ///   exist is the author's fault, and reported.
    package static func load(
        _ folder: String, jobs: Int = 1, _ report: inout DiagnosticReport
    ) throws(SourceFolder.Unreadable) -> SiteContent {
        do {
            var loader = SiteContentLoader(try SourceFolder(reading: folder, jobs: jobs), root: folder, jobs: jobs)
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
                    + "\(folder)/site.yml, \(folder)/services.yml, \(folder)/forces/<id>/force.yml and "
                    + "\(folder)/national/index.md")
            return SiteContent()
        }
    }
}
