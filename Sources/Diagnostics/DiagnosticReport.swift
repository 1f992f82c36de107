/// Every diagnostic of one run, so that an author mends all faults at once instead of one after the other.
package struct DiagnosticReport: Sendable {
    private var collected: Set<Diagnostic> = []

    package init() {}

    package var isEmpty: Bool { collected.isEmpty }
    package var hasErrors: Bool { collected.contains { $0.severity == .error } }

    /// In the order of files and lines, each once, however many sites share the fault.
    package var sorted: [Diagnostic] {
        collected.sorted {
            ($0.location, $0.code, $0.message, $0.remedy ?? "") < ($1.location, $1.code, $1.message, $1.remedy ?? "")
        }
    }

    package mutating func add(_ diagnostic: Diagnostic) {
        collected.insert(diagnostic)
    }

    package mutating func error(
        _ code: String, at location: SourceLocation, _ message: String, remedy: String? = nil
    ) {
        add(Diagnostic(.error, code, at: location, message, remedy: remedy))
    }

    package mutating func warning(
        _ code: String, at location: SourceLocation, _ message: String, remedy: String? = nil
    ) {
        add(Diagnostic(.warning, code, at: location, message, remedy: remedy))
    }

    package mutating func merge(_ other: DiagnosticReport) {
        collected.formUnion(other.collected)
    }
}
