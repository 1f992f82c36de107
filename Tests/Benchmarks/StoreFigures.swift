/// What was found, each number under a name.
struct StoreFigures: ExpressibleByDictionaryLiteral {
    private let members: [(name: String, value: Double)]

    init(dictionaryLiteral elements: (String, Double)...) {
        members = elements.map { ($0.0, $0.1) }
    }

    /// One line of JSON, with three digits behind the point. No name of ours has anything to escape.
    var json: String {
        let members = members.map { "\"\($0.name)\": \(($0.value * 1_000).rounded() / 1_000)" }
        return "{\(members.joined(separator: ", "))}"
    }
}
