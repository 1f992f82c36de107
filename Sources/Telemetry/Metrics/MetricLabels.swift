/// What tells the counts of one metric apart. It is a type, so that only what was declared can get into a metric.
package protocol MetricLabels: Hashable, Sendable {
    static var names: [StaticString] { get }
    /// As many as there are names.
    var values: [String] { get }
}

/// The labels of a metric that has none.
package struct NoLabels: MetricLabels {
    package static let names: [StaticString] = []
    package var values: [String] { [] }

    package init() {}
}
