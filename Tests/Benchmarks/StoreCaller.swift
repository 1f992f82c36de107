import CaseStore
import Forms

/// Somebody who sends reports to one force, and what became of them.
struct StoreCaller: Sendable {
    let force: ForceID
    /// The number of the next report.
    private var number: Int
    /// How long each report took.
    private(set) var times: [Duration] = []
    private var last: Reference?

    init(force: ForceID, number: Int) {
        self.force = force
        self.number = number
    }

    /// The same caller, after reports of which each is `step` after the one before. At least one is sent.
    func sending(
        _ sample: StoreSample, to store: SQLiteCaseStore, every step: Int, until end: ContinuousClock.Instant
    ) async throws -> StoreCaller {
        let clock = ContinuousClock()
        var caller = self
        repeat {
            // What is sent is made before the clock of the report starts.
            let submission = sample.submission(caller.number)
            let start = clock.now
            caller.last = try await store.accept(submission, for: force)
            caller.times.append(start.duration(to: clock.now))
            caller.number += step
        } while clock.now < end
        return caller
    }

    /// - Throws: `WrongResult` where the last report is not in the store.
    func check(_ store: SQLiteCaseStore) async throws {
        guard let last, try await store.contains(last, in: force) else { throw WrongResult(row: "accept") }
    }
}
