/// What a run of the generator came to.
package struct BuildSummary: Sendable {
    /// The stages of a run, in their order.
    package enum Stage: String, Sendable, CaseIterable {
        case read, check, draw, stage, publish
    }

    package private(set) var forces = 0
    /// Pages of all forces in all languages.
    package private(set) var pages = 0
    /// Sites: one for each force and language.
    package private(set) var sites = 0
    /// Pages that stand on a site in another language than that of the site.
    package private(set) var untranslated = 0
    /// Files that were written.
    package internal(set) var changed = 0
    /// How long each stage took, in the order of the stages.
    package private(set) var times: [(stage: Stage, duration: Duration)] = []

    init(_ clock: StageClock) {
        times = clock.times
    }

    mutating func count(_ drawn: DrawnEdition, forces: [some Any]) {
        self.forces += forces.count
        pages += drawn.pageCount * forces.count
        sites += drawn.edition.languages.count * forces.count
        untranslated += drawn.untranslatedCount * forces.count
    }

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
