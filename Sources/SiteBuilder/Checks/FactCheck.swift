import ContentLoader
import Diagnostics
import Forms
import Markdown
import SiteModel

/// Looks for facts that pages name and that a force which shows the page lacks.
struct FactCheck {
    private struct Fault: Hashable {
        let location: SourceLocation
        let fact: String
    }

    private let known: Set<String>
    private var lacking: [Fault: Set<ForceID>] = [:]

    init(_ content: SiteContent) {
        known = Set(content.forces.flatMap(\.facts.keys))
    }

    mutating func look(at edition: Edition) {
        for fact in known {
            let without = edition.forces.filter { $0.facts[fact] == nil }
            guard !without.isEmpty else { continue }
            for page in edition.pages {
                for language in edition.languages {
                    for case .slot(let slot) in edition.body(of: page, in: language).segments
                    where slot.name == "force.facts.\(fact)" {
                        lacking[Fault(location: slot.location, fact: fact), default: []].formUnion(without.map(\.id))
                    }
                }
            }
        }
    }

    func tell(_ report: inout DiagnosticReport) {
        for (fault, forces) in lacking {
            let names = forces.sorted().map(\.rawValue).joined(separator: ", ")
            report.error(
                "missing-fact", at: fault.location, "not every force that shows this has the fact '\(fault.fact)'",
                remedy: "add it to the force.yml of \(names)")
        }
    }
}
