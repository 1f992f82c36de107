/// Walks through a form, one for each way as far as a bound allows.
package struct Walks {
    private struct Trail {
        var visits: [Walk.Visit] = []
    }

    private let definition: FormDefinition
    private let expansion: StepExpansion
    private let limit: Int
    private var walks: [Walk] = []

    /// - Parameter limit: The most walks.
    package static func through(_ definition: FormDefinition, limit: Int, today: CalendarDate) -> [Walk] {
        var walks = Walks(
            definition: definition, expansion: StepExpansion(definition, today: today), limit: limit)
        walks.follow(from: 0, [walks.expansion.start: Trail()])
        return walks.walks
    }

    private init(definition: FormDefinition, expansion: StepExpansion, limit: Int) {
        self.definition = definition
        self.expansion = expansion
        self.limit = limit
    }

    private mutating func follow(from index: Int, _ trails: [AtomSet: Trail]) {
        guard walks.count < limit, let any = trails.first?.value else { return }
        guard index < definition.steps.count else {
            walks.append(Walk(visits: any.visits, exit: nil))
            return
        }
        let step = definition.steps[index]
        let asked = trails.filter { expansion.asks(step, in: $0.key) }
        var on: [AtomSet: Trail] = [:]
        var out: [PagePath: Trail] = [:]
        for (state, trail) in asked {
            for (outcome, pages) in expansion.expand(step, at: index, from: state).states {
                var next = trail
                next.visits.append(Walk.Visit(step: step.id, pages: pages))
                if let exit = step.exits.first(where: { expansion.atoms.holds($0.when, in: outcome) }) {
                    out[exit.to] = next
                } else {
                    on[outcome] = next
                }
            }
        }
        for (exit, trail) in out.sorted(by: { $0.key.description < $1.key.description }) where walks.count < limit {
            walks.append(Walk(visits: trail.visits, exit: exit))
        }
        follow(from: index + 1, forget(on, before: index + 1))
        follow(from: index + 1, forget(trails.filter { asked[$0.key] == nil }, before: index + 1))
    }

    private func forget(_ trails: [AtomSet: Trail], before index: Int) -> [AtomSet: Trail] {
        var kept: [AtomSet: Trail] = [:]
        for (state, trail) in trails {
            for short in expansion.forget([state], before: index) { kept[short] = trail }
        }
        return kept
    }
}
