import Forms
import SiteModel

/// Where a build goes: the web roots and the bundle of the intake, made live together.
struct SiteOutput {
    private let precompress: Bool
    private let jobs: Int
    private let folder: String
    private var publication: Publication

    init(_ options: SiteBuild.Options) throws(MachineFault) {
        precompress = options.precompress
        jobs = options.jobs
        folder = options.output
        publication = try Publication(into: options.output)
    }

    /// Stages the web roots of some forces of an edition.
    mutating func stage(_ forces: [Force], of drawn: DrawnEdition, site: Site) throws(MachineFault) {
        let machines = forces.map { MachineFiles(site: site, force: $0, drawn: drawn).files }
        guard let first = machines.first else { return }
        let plan = WebRootPlan(drawn, machines: first, precompress: precompress)
        let roots = zip(forces, machines).map { WebRoot($0, of: drawn, plan: plan, machines: $1) }
        try publication.stage(roots, jobs: jobs)
    }

    /// Makes everything live.
    ///
    /// - Parameter forces: The ids of all forces that there are: web roots of others are taken away. Nil leaves all.
    /// - Returns: How many files were written.
    mutating func commit(_ bundle: BundleFiles, forces: Set<String>?) throws -> Int {
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
