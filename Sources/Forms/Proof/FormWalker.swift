/// Walks a form for `JourneyProof`.
struct FormWalker {
    /// How many states are looked at before it is given up: more than any form for people needs.
    private static let mostWork = 400_000

    private struct Node: Hashable {
        let index: Int
        let states: Set<AtomSet>
    }

    private let definition: FormDefinition
    private let expansion: StepExpansion
    private var known: [Node: JourneyProof.Paths] = [:]
    private var work = 0
    private var takenExits: [StepID: Set<Int>] = [:]
    private var seen: AtomSet

    private(set) var dangers: [QuestionID: Set<PagePath?>] = [:]
    private(set) var askedSteps: Set<StepID> = []
    private(set) var askedQuestions: Set<QuestionID> = []
    /// How many nodes are the end of the form.
    private(set) var completions = 0

    var isOverrun: Bool { work > Self.mostWork }

    init(_ definition: FormDefinition, today: CalendarDate) {
        self.definition = definition
        expansion = StepExpansion(definition, today: today)
        seen = expansion.start
    }

    mutating func run() -> JourneyProof.Paths { explore(from: 0, [expansion.start]) }

    private mutating func explore(from index: Int, _ states: Set<AtomSet>) -> JourneyProof.Paths {
        var paths = JourneyProof.Paths()
        guard !states.isEmpty, !isOverrun else { return paths }
        guard index < definition.steps.count else {
            completions += 1
            return JourneyProof.Paths(ending: 1)
        }
        let node = Node(index: index, states: states)
        if let known = known[node] { return known }
        work += states.count
        let step = definition.steps[index]
        let asked = states.filter { expansion.asks(step, in: $0) }
        paths.add(explore(from: index + 1, expansion.forget(states.subtracting(asked), before: index + 1)))
        if !asked.isEmpty {
            askedSteps.insert(step.id)
            paths.add(leave(step, at: index, asked), after: step.id)
        }
        known[node] = paths
        return paths
    }

    /// The ways on from a step that is asked.
    private mutating func leave(_ step: Step, at index: Int, _ states: Set<AtomSet>) -> JourneyProof.Paths {
        var paths = JourneyProof.Paths()
        var on: Set<AtomSet> = []
        var exits: Set<Int> = []
        for state in states {
            let expanded = expansion.expand(step, at: index, from: state)
            work += expanded.isOverrun ? Self.mostWork + 1 : expanded.states.count
            guard !isOverrun else { return paths }
            seen = seen.union(expanded.seen)
            askedQuestions.formUnion(expanded.asked)
            for outcome in expanded.states.keys {
                let exit = step.exits.firstIndex { expansion.atoms.holds($0.when, in: outcome) }
                for question in step.questions where question.danger {
                    guard let number = expansion.atoms.number(question.id, .danger), outcome.contains(number) else {
                        continue
                    }
                    dangers[question.id, default: []].insert(exit.map { step.exits[$0].to })
                }
                if let exit { exits.insert(exit) } else { on.insert(outcome) }
            }
        }
        takenExits[step.id, default: []].formUnion(exits)
        paths.add(JourneyProof.Paths(ending: exits.count))
        paths.add(explore(from: index + 1, expansion.forget(on, before: index + 1)))
        return paths
    }

    var findings: [JourneyProof.Finding] {
        var findings: [JourneyProof.Finding] = []
        for step in definition.steps {
            guard askedSteps.contains(step.id) else {
                findings.append(.unreachableStep(step.id))
                continue
            }
            for question in step.questions where definition.preset?[question.id] == nil {
                if !askedQuestions.contains(question.id) {
                    findings.append(.unreachableQuestion(question.id))
                } else if expansion.outcomes[question.id]?.isEmpty ?? true {
                    findings.append(.unanswerable(question.id))
                }
            }
            for (index, exit) in step.exits.enumerated() where takenExits[step.id]?.contains(index) != true {
                findings.append(.unreachableExit(step.id, exit.to))
            }
        }
        let told = findings.isEmpty
        // A comparison that never comes out true is worth a line of its own only where nothing else tells of it.
        if told {
            findings += Set(expansion.atoms.missing(from: seen).map(\.question)).sorted().map { .impossible($0) }
        }
        return findings
    }
}
