/// The best time of some work, over several runs of many turns each.
struct Timing {
    /// How often each work is run. The best counts: what disturbs a run only makes it longer.
    static let runs = 5
    /// A run shorter than this is as much about the clock and the caches as about the work.
    private static let shortestRun = Duration.milliseconds(300)

    /// Seconds that one turn took in the best run.
    private(set) var best = Double.infinity
    /// The sum of what all turns returned.
    private(set) var checksum = 0

    /// Takes turns until the run is long enough.
    mutating func run(_ work: () throws -> Int) rethrows {
        let clock = ContinuousClock()
        let start = clock.now
        var turns = 0
        var elapsed = Duration.zero
        while elapsed < Self.shortestRun {
            checksum &+= try work()
            turns += 1
            elapsed = start.duration(to: clock.now)
        }
        best = min(best, elapsed / .seconds(1) / Double(turns))
    }
}
