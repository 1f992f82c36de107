import CaseStore
import Forms

/// Callers that send one report after the other, each waiting until its last one is on disk.
struct StoreLoad {
    let callers: Int
    /// How many forces they are spread over.
    let forces: Int
    let seconds: Int

    /// Reads `--callers N --forces N --seconds S`, in any order; nil where the options say something else.
    init?(options: [String]) {
        var numbers: [String: Int] = [:]
        var rest = options[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst().flatMap({ Int($0) }), value > 0, numbers[name] == nil else { return nil }
            numbers[name] = value
        }
        guard numbers.count == 3, let callers = numbers["--callers"], let forces = numbers["--forces"],
            let seconds = numbers["--seconds"]
        else { return nil }
        (self.callers, self.forces, self.seconds) = (callers, forces, seconds)
    }

    /// Sends reports to a store until the time is over, and looks whether the last of each caller is there.
    func run(in folder: String) async throws -> StoreFigures {
        let store = try SQLiteCaseStore(making: folder)
        let sample = try StoreSample()
        let forces = try (1...forces).map(StoreSample.force)
        // The databases are made before the clock starts.
        for (number, force) in forces.enumerated() {
            _ = try await store.accept(sample.submission(number), for: force)
        }
        let step = callers
        let clock = ContinuousClock()
        let start = clock.now
        let end = start + .seconds(seconds)
        let callers = try await withThrowingTaskGroup(of: StoreCaller.self) { group in
            for index in 0..<step {
                let caller = StoreCaller(force: forces[index % forces.count], number: forces.count + index)
                group.addTask { try await caller.sending(sample, to: store, every: step, until: end) }
            }
            return try await group.reduce(into: [StoreCaller]()) { $0.append($1) }
        }
        let elapsed = start.duration(to: clock.now) / .seconds(1)
        for caller in callers { try await caller.check(store) }
        return figures(callers.flatMap(\.times).sorted(), elapsed: elapsed)
    }

    /// - Parameter times: How long each report took, in order of length.
    private func figures(_ times: [Duration], elapsed: Double) -> StoreFigures {
        [
            "callers": Double(callers), "forces": Double(forces), "submissions": Double(times.count),
            "submissions_per_second": Double(times.count) / elapsed,
            "median_microseconds": times[times.count / 2] / .microseconds(1),
            "p99_microseconds": times[times.count * 99 / 100] / .microseconds(1),
        ]
    }
}
