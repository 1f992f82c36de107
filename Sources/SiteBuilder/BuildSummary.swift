package import Forms

/// What a run of the generator came to.
package struct BuildSummary: Sendable {
    /// The stages of a run, in their order.
    package enum Stage: String, Sendable, CaseIterable {
        case read
        /// What can be checked without drawing anything.
        case check
        /// Pages are drawn, checked again and staged.
        case draw
        case publish
    }

    package struct Counts: Sendable {
        package fileprivate(set) var forces = 0
        /// Pages of all forces in all languages.
        package fileprivate(set) var pages = 0
        /// Sites: one for each force and language.
        package fileprivate(set) var sites = 0
        package fileprivate(set) var languages: Set<Language> = []
        /// Pages that stand on a site in another language than that of the site.
        package fileprivate(set) var untranslated = 0

        init() {}

        /// - Parameter forces: How many forces of the edition are published.
        init(_ drawn: DrawnEdition, forces: Int) {
            self.forces = forces
            pages = drawn.pageCount * forces
            sites = drawn.edition.languages.count * forces
            languages = Set(forces > 0 ? drawn.edition.languages : [])
            untranslated = drawn.untranslatedCount * forces
        }
    }

    package private(set) var counts = Counts()
    /// The ways through each form, in the order of the pages.
    package internal(set) var journeys: [JourneySummary] = []
    /// What authors should look at; nil where nobody asked.
    package internal(set) var content: ContentReport?
    /// Warnings that were found.
    package internal(set) var warnings = 0
    /// Files that were written.
    package internal(set) var changed = 0
    /// How long each stage took, in the order of the stages.
    package private(set) var times: [(stage: Stage, duration: Duration)] = []

    init(_ clock: StageClock) {
        times = clock.times
    }

    mutating func add(_ other: Counts) {
        counts.forces += other.forces
        counts.pages += other.pages
        counts.sites += other.sites
        counts.languages.formUnion(other.languages)
        counts.untranslated += other.untranslated
    }

    package var forces: Int { counts.forces }
    package var pages: Int { counts.pages }
    package var sites: Int { counts.sites }
    /// How many languages the sites are in.
    package var languages: Int { counts.languages.count }
    package var untranslated: Int { counts.untranslated }

    mutating func finish(_ clock: inout StageClock) {
        clock.end()
        times = clock.times
    }
}

/// Measures the stages of a run. A stage may begin more than once; its times add up.
struct StageClock {
    private let clock = ContinuousClock()
    private let progress: @Sendable (BuildSummary.Stage) -> Void
    private var spent: [BuildSummary.Stage: Duration] = [:]
    private var current: (stage: BuildSummary.Stage, start: ContinuousClock.Instant)?

    init(_ progress: @escaping @Sendable (BuildSummary.Stage) -> Void) {
        self.progress = progress
    }

    mutating func begin(_ stage: BuildSummary.Stage) {
        end()
        if spent[stage] == nil { progress(stage) }
        current = (stage, clock.now)
    }

    mutating func end() {
        if let current { spent[current.stage, default: .zero] += current.start.duration(to: clock.now) }
        current = nil
    }

    var times: [(stage: BuildSummary.Stage, duration: Duration)] {
        BuildSummary.Stage.allCases.compactMap { stage in spent[stage].map { (stage, $0) } }
    }
}
