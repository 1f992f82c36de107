import Synchronization

/// Counts that only grow, one for each set of labels.
package final class CounterFamily<Labels: MetricLabels>: Sendable {
    /// How many sets of labels are told apart: whatever comes beyond that is counted together. What a peer sends must not
    /// make a process grow without bound.
    private let limit: Int
    private let name: StaticString
    private let help: StaticString
    private let counts = Mutex<(known: [Labels: Int], others: Int)>(([:], 0))

    /// - Parameter name: As Prometheus wants it: with the unit, and `_total` at the end.
    package init(_ name: StaticString, _ help: StaticString, limit: Int = 10_000) {
        self.name = name
        self.help = help
        self.limit = limit
    }

    package func add(_ labels: Labels, _ count: Int = 1) {
        counts.withLock { counts in
            guard counts.known[labels] != nil || counts.known.count < limit else { return counts.others += count }
            counts.known[labels, default: 0] += count
        }
    }

    package func write(to page: inout Exposition) {
        let (known, others) = counts.withLock { $0 }
        var samples = known.map { (values: $0.key.values, value: Double($0.value)) }
        if others > 0 { samples.append((Labels.names.map { _ in "other" }, Double(others))) }
        page.begin(name, help, .counter)
        for sample in samples.sorted(by: { $0.values.lexicographicallyPrecedes($1.values) }) {
            page.sample(name, Labels.names, sample.values, value: sample.value)
        }
    }
}

extension CounterFamily where Labels == NoLabels {
    package func add(_ count: Int = 1) { add(NoLabels(), count) }
}
