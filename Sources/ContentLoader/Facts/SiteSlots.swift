import Diagnostics
import Forms
import Yams

/// Fills the slots that are the same for every force where the words of a form are read: a form is judged and kept as
/// it was read.
struct SiteSlots: Sendable {
    /// What each slot says.
    private let values: [String: LocalizedText]

    init(_ facts: [DatedFact]) {
        values = Dictionary(facts.map { ($0.slot, $0.value) }) { first, _ in first }
    }

    /// A value with the slots in its texts filled. Reports those that there are not.
    ///
    /// - Parameter used: Takes the names of the slots that were filled.
    func fill(
        _ value: YAMLValue, in language: Language, used: inout Set<String>, _ report: inout DiagnosticReport
    ) -> YAMLValue {
        YAMLValue(
            node: fill(value.node, of: value, in: language, &used, &report), file: value.file,
            lineOffset: value.lineOffset)
    }

    private func fill(
        _ node: Node, of value: YAMLValue, in language: Language, _ used: inout Set<String>,
        _ report: inout DiagnosticReport
    ) -> Node {
        switch node {
        case .scalar(var scalar):
            guard scalar.string.contains("{{") else { return node }
            let place = YAMLValue.location(of: node.mark, file: value.file, lineOffset: value.lineOffset)
            scalar.string = fill(scalar.string, at: place, in: language, &used, &report)
            return .scalar(scalar)
        case .sequence(var sequence):
            for index in sequence.indices {
                sequence[index] = fill(sequence[index], of: value, in: language, &used, &report)
            }
            return .sequence(sequence)
        case .mapping(let mapping):
            // Keys that are compared are resolved, which changes what other threads may be reading.
            var pairs: [(Node, Node)] = []
            for (key, inner) in mapping {
                pairs.append((key, fill(inner, of: value, in: language, &used, &report)))
            }
            return .mapping(.init(pairs, mapping.tag, mapping.style, mapping.mark))
        case .alias: return node
        }
    }

    private func fill(
        _ text: String, at place: SourceLocation, in language: Language, _ used: inout Set<String>,
        _ report: inout DiagnosticReport
    ) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            let name = rest[open.upperBound..<close.lowerBound].filter { $0 != " " }
            filled += rest[..<open.lowerBound]
            if let value = values[name] {
                filled += value[language]
                used.insert(name)
            } else {
                report.error(
                    "unknown-slot", at: place, "no form can say '{{\(name)}}'",
                    remedy: Suggestion.remedy(for: name, among: values.keys))
            }
            rest = rest[close.upperBound...]
        }
        return filled + rest
    }
}
