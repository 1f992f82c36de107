/// A page of metrics, as Prometheus reads it (text exposition format 0.0.4).
package struct Exposition: Sendable {
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Begins a metric. Its samples follow.
    package mutating func begin(_ name: StaticString, _ help: StaticString, _ kind: Kind) {
        let text = "\(help)".replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        write("# HELP \(name) \(text)\n# TYPE \(name) \(kind.rawValue)\n")
    }

    /// Writes one sample of the metric that was begun.
    package mutating func sample(
        _ name: StaticString, suffix: String = "", _ labels: [StaticString] = [], _ values: [String] = [],
        value: Double
    ) {
        let pairs = zip(labels, values).map { "\($0)=\"\(Self.escaped($1))\"" }
        let braces = pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}"
        write("\(name)\(suffix)\(braces) \(Self.text(of: value))\n")
    }

    /// A metric whose value is known now and may fall, with a sample for each set of labels.
    package mutating func gauge(
        _ name: StaticString, _ help: StaticString, _ label: StaticString, _ samples: [(value: String, number: Double)]
    ) {
        begin(name, help, .gauge)
        for sample in samples.sorted(by: { $0.value < $1.value }) {
            self.sample(name, [label], [sample.value], value: sample.number)
        }
    }

    /// A number as Go reads it, which Prometheus is written in.
    static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        guard number.isFinite else { return number > 0 ? "+Inf" : "-Inf" }
        return Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
