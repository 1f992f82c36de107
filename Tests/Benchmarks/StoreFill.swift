import CaseStore

/// Fills one force with cases, the way in which real ones come in.
enum StoreFill {
    private static let callers = 256

    static func run(in folder: String, count: Int) async throws -> StoreFigures {
        let store = try SQLiteCaseStore(making: folder)
        let sample = try StoreSample()
        let force = try StoreSample.force(1)
        let clock = ContinuousClock()
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    for number in stride(from: caller, to: count, by: callers) {
                        _ = try await store.accept(sample.submission(number), for: force)
                    }
                }
            }
            try await group.waitForAll()
        }
        let elapsed = start.duration(to: clock.now) / .seconds(1)
        return ["cases": Double(count), "seconds": elapsed]
    }
}
