import ContentLoader
import Forms
import SiteModel

/// Where a build goes: the web roots and the bundle of the intake, made live together.
struct SiteOutput: Sendable {
    private let precompress: Bool
    private let site: Site
    private let folder: String
    private var publication: Publication

    init(_ options: SiteBuild.Options, site: Site) throws(MachineFault) {
        precompress = options.precompress
        self.site = site
        folder = options.output
        publication = try Publication(into: options.output)
    }

    /// Stages the web roots of some forces of an edition. Several editions may be staged at once.
    func stage(_ forces: [Force], of drawn: DrawnEdition, jobs: Int) throws(MachineFault) -> [StagedRoot] {
        let machines = forces.map { MachineFiles(site: site, force: $0, drawn: drawn).files }
        guard let first = machines.first else { return [] }
        let plan = WebRootPlan(drawn, machines: first, precompress: precompress)
        let roots = zip(forces, machines).map { WebRoot($0, of: drawn, plan: plan, machines: $1) }
        let publication = publication
        let results = roots.concurrentMap(jobs: jobs) { root in
            Result { () throws(MachineFault) in try publication.stage(root) }
        }
        var staged: [StagedRoot] = []
        for result in results { staged.append(try result.get()) }
        return staged
    }

    /// Takes note of what was staged.
    mutating func take(_ roots: [StagedRoot]) {
        publication.take(roots)
    }

    /// Makes everything live.
    ///
    /// - Parameter forces: The ids of all forces that there are: web roots of others are taken away. Nil leaves all.
    /// - Returns: How many files were written.
    mutating func commit(_ bundle: BundleFiles, forces: Set<String>?) throws -> Int {
        let bundles = BundlePublication(into: folder, staging: publication.staging)
        let written = try bundles.write(bundle)
        try publication.commit(keeping: forces)
        try bundles.makeCurrent(bundle)
        return publication.changed + written
    }

    func abandon() {
        publication.abandon()
    }
}
