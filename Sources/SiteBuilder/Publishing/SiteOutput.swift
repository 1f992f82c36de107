import Forms
import SiteModel

/// Where a build goes: the web roots and the bundle of the intake, made live together.
struct SiteOutput {
    private let precompress: Bool
    private let folder: String
    private var publication: Publication

    init(_ options: SiteBuild.Options) throws(MachineFault) {
        precompress = options.precompress
        folder = options.output
        publication = try Publication(into: options.output)
    }

    mutating func stage(_ force: Force, of drawn: DrawnEdition, site: Site) throws(MachineFault) {
        var files = drawn.pageFiles(of: force)
        files += drawn.linkedFiles()
        files += MachineFiles(site: site, force: force, drawn: drawn).files
        if precompress {
            files += files.filter { Gzip.helps($0.path) }.map { file in
                SiteFile(path: "\(file.path).gz", fingerprint: file.fingerprint) { Gzip.compress(file.make()) }
            }
        }
        try publication.stage(force.id.rawValue, files: files)
    }

    /// Makes everything live.
    ///
    /// - Parameter forces: The ids of all forces that there are; web roots of others are taken away.
    /// - Returns: How many files were written.
    mutating func commit(_ bundle: BundleFiles, forces: Set<String>) throws -> Int {
        let bundles = BundlePublication(into: folder)
        let written = try bundles.write(bundle)
        try publication.commit(keeping: forces)
        try bundles.makeCurrent(bundle)
        return publication.changed + written
    }

    func abandon() {
        publication.abandon()
    }
}
