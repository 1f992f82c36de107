import Synchronization

/// How values are spread, for each set of labels: how many were at most as large as each bound.
package final class HistogramFamily<Labels: MetricLabels>: Sendable {
    private struct Spread {
        /// Of each bound, how many values were at most as large and larger than the bound before.
        var counts: [Int]
        var sum = 0.0
    }

    private let name: StaticString
    private let help: StaticString
    private let bounds: [Double]
    private let spreads = Mutex<[Labels: Spread]>([:])

    /// - Parameters:
    ///   - bounds: In ascending order. What is larger than the last is counted too.
    package init(_ name: StaticString, _ help: StaticString, bounds: [Double]) {
        self.name = name
        self.help = help
        self.bounds = bounds
    }

    package func observe(_ value: Double, _ labels: Labels) {
        let index = bounds.firstIndex { value <= $0 } ?? bounds.count
        spreads.withLock { spreads in
            var spread = spreads[labels] ?? Spread(counts: Array(repeating: 0, count: bounds.count + 1))
            spread.counts[index] += 1
            spread.sum += value
            spreads[labels] = spread
        }
    }

    package func write(to page: inout Exposition) {
        let spreads = spreads.withLock { $0 }.map { (values: $0.key.values, spread: $0.value) }
        page.begin(name, help, .histogram)
        for (values, spread) in spreads.sorted(by: { $0.values.lexicographicallyPrecedes($1.values) }) {
            var count = 0
            for (bound, own) in zip(bounds + [.infinity], spread.counts) {
                count += own
                page.sample(
                    name, suffix: "_bucket", Labels.names + ["le"], values + [Exposition.text(of: bound)],
                    value: Double(count))
            }
            page.sample(name, suffix: "_sum", Labels.names, values, value: spread.sum)
            page.sample(name, suffix: "_count", Labels.names, values, value: Double(count))
        }
    }
}

extension HistogramFamily where Labels == NoLabels {
    package func observe(_ value: Double) { observe(value, NoLabels()) }
}
