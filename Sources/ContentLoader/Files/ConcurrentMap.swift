import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What a transformation makes of each element, in their order, worked out by several threads at once.
    ///
    /// - Parameter jobs: How many threads at most.
    package func concurrentMap<Result: Sendable>(
        jobs: Int, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        guard jobs > 1, count > 1 else { return map(transform) }
        // More pieces than threads, so that none waits long for the slowest.
        let length = Swift.max(1, count / (jobs * 8))
        let starts = Swift.Array(stride(from: 0, to: count, by: length))
        let next = Mutex(0)
        let done = Mutex<[(start: Int, results: [Result])]>([])
        DispatchQueue.concurrentPerform(iterations: Swift.min(jobs, starts.count)) { _ in
            while true {
                let piece = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard piece < starts.count else { return }
                let start = starts[piece]
                let results = self[start..<Swift.min(count, start + length)].map(transform)
                done.withLock { $0.append((start, results)) }
            }
        }
        return done.withLock { $0.sorted { $0.start < $1.start }.flatMap(\.results) }
    }
}
