package import FoundationEssentials

/// A period that the law sets, such as the 14 days in which a notice of intended prosecution has to be served.
package struct Clock: Sendable, Hashable {
    package let label: String
    /// When it has run out.
    package let due: Date

    package init(label: String, due: Date) {
        self.label = label
        self.due = due
    }
}

extension Clock: Encodable {
    private enum Key: String, CodingKey { case label, due }

    /// The keys are a contract with other systems.
    package func encode(to encoder: any Encoder) throws {
        var clock = encoder.container(keyedBy: Key.self)
        try clock.encode(label, forKey: .label)
        try clock.encode(due.formatted(.iso8601), forKey: .due)
    }
}
