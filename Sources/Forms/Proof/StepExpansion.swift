/// What answering one step can come to.
struct StepExpansion {
    let atoms: Atoms
    /// The ways to answer each question.
    let outcomes: [QuestionID: [Atoms.Outcome]]
    /// What is so before anything is asked.
    let start: AtomSet
    private let presets: Set<QuestionID>
    /// By step, what conditions from its beginning on ask about.
    private let live: [AtomSet]
    /// By step, what its exits and the steps after it ask about.
    private let liveAtExits: [AtomSet]

    /// Days are not tried before it: there must be room for what lies years before today.
    private static let earliest = CalendarDate(iso: "1900-01-01") ?? .distantPast

    init(_ definition: FormDefinition, today: CalendarDate) {
        let today = max(today, Self.earliest)
        let atoms = Atoms(definition)
        self.atoms = atoms
        presets = definition.presetQuestions
        var outcomes: [QuestionID: [Atoms.Outcome]] = [:]
        for question in definition.steps.flatMap(\.questions) {
            outcomes[question.id] = atoms.outcomes(of: question, today: today)
        }
        self.outcomes = outcomes
        start = definition.presets.reduce(atoms.none) { set, preset in
            set.union(atoms.set(of: preset.value, to: preset.key, today: today))
        }
        var live = [atoms.none]
        var liveAtExits: [AtomSet] = []
        for step in definition.steps.reversed() {
            var exits = live[0].union(atoms.mask(step.exits.map(\.when)))
            for question in step.questions where question.danger {
                if let number = atoms.number(question.id, .danger) { exits.insert(number) }
            }
            liveAtExits.insert(exits, at: 0)
            let own = ([step.when] + step.questions.map(\.when)).compactMap { $0 }
            live.insert(exits.union(atoms.mask(own)), at: 0)
        }
        self.live = live
        self.liveAtExits = liveAtExits
    }

    /// Whether a step is asked.
    func asks(_ step: Step, in state: AtomSet) -> Bool {
        guard step.when.map({ atoms.holds($0, in: state) }) ?? true else { return false }
        return step.questions.contains { step.mayAsk($0, presets: presets) { atoms.holds($0, in: state) } }
    }

    /// The states without what no step from this one on asks about.
    func forget(_ states: Set<AtomSet>, before index: Int) -> Set<AtomSet> {
        Set(states.map { $0.intersection(live[index]) })
    }

    struct Expanded {
        /// What can be so afterwards, each with an example of what is typed on each page.
        var states: [AtomSet: [Walk.Page]]
        /// Everything that came out true on the way.
        var seen: AtomSet
        var asked: Set<QuestionID> = []
        /// Whether it was given up before all was tried.
        var isOverrun = false
    }

    /// How many states one step is followed into.
    private static let mostStates = 20_000

    func expand(_ step: Step, at index: Int, from state: AtomSet) -> Expanded {
        var expanded = Expanded(states: [state: [[:]]], seen: state)
        for (position, question) in step.questions.enumerated() where !presets.contains(question.id) {
            let later = atoms.mask(step.questions[(position + 1)...].compactMap(\.when)).union(liveAtExits[index])
            var next: [AtomSet: [Walk.Page]] = [:]
            for (state, pages) in expanded.states {
                guard question.when.map({ atoms.holds($0, in: state) }) ?? true else {
                    next[state.intersection(later)] = pages
                    continue
                }
                expanded.asked.insert(question.id)
                for outcome in outcomes[question.id] ?? [] {
                    let after = state.union(outcome.set)
                    expanded.seen = expanded.seen.union(after)
                    guard next[after.intersection(later)] == nil else { continue }
                    next[after.intersection(later)] = pages.map { page in
                        page.merging(outcome.typed.map { (question.field($0.key), $0.value) }) { first, _ in first }
                    }
                }
            }
            expanded.states = next
            guard next.count <= Self.mostStates else {
                expanded.isOverrun = true
                return expanded
            }
        }
        if let repeats = step.repeats { Self.repeatSeveral(&expanded, repeats) }
        return expanded
    }

    /// What several items come to: something is so where it is for one of them.
    private static func repeatSeveral(_ expanded: inout Expanded, _ repeats: Repetition) {
        let single = expanded.states
        var states = single
        var newest = single
        while !newest.isEmpty {
            var next: [AtomSet: [Walk.Page]] = [:]
            for (left, pages) in newest where pages.count < repeats.max {
                guard states.count + next.count <= mostStates else {
                    expanded.isOverrun = true
                    return
                }
                for (right, more) in single where states[left.union(right)] == nil && next[left.union(right)] == nil {
                    next[left.union(right)] = pages + more
                }
            }
            states.merge(next) { first, _ in first }
            newest = next
        }
        expanded.states = states.mapValues { pages in
            pages + Array(repeating: pages.last ?? [:], count: max(0, repeats.min - pages.count))
        }
    }
}
