/// The comparisons that decide where a form leads, each with a number, and the ways in which the answers to a question
/// make them come out.
struct Atoms {
    private struct Atom: Hashable {
        let question: QuestionID
        let comparison: Comparison
    }

    /// A way to answer a question.
    struct Outcome {
        let set: AtomSet
        /// What is typed, by part.
        let typed: [String: [String]]
    }

    private var numbers: [Atom: Int] = [:]
    private var comparisons: [QuestionID: [(comparison: Comparison, number: Int)]] = [:]

    init(_ definition: FormDefinition) {
        for step in definition.steps {
            let conditions = [step.when] + step.questions.map(\.when) + step.exits.map(\.when)
            for (question, comparison) in conditions.compactMap({ $0 }).flatMap(\.comparisons) {
                add(question, comparison)
            }
            for question in step.questions where question.danger { add(question.id, .danger) }
        }
    }

    private mutating func add(_ question: QuestionID, _ comparison: Comparison) {
        let atom = Atom(question: question, comparison: comparison)
        guard numbers[atom] == nil else { return }
        comparisons[question, default: []].append((comparison, numbers.count))
        numbers[atom] = numbers.count
    }

    var none: AtomSet { AtomSet(count: numbers.count) }

    func number(_ question: QuestionID, _ comparison: Comparison) -> Int? {
        numbers[Atom(question: question, comparison: comparison)]
    }

    /// The comparisons with a question that came out true nowhere in a set.
    func missing(from set: AtomSet) -> [(question: QuestionID, comparison: Comparison)] {
        numbers.filter { !set.contains($0.value) }.sorted { $0.value < $1.value }
            .map { ($0.key.question, $0.key.comparison) }
    }

    /// Whether a condition holds where these comparisons are so.
    func holds(_ condition: Condition, in set: AtomSet) -> Bool {
        condition.holds { question, comparison in number(question, comparison).map(set.contains) ?? false }
    }

    /// The comparisons in conditions.
    func mask(_ conditions: [Condition]) -> AtomSet {
        var mask = none
        for (question, comparison) in conditions.flatMap(\.comparisons) {
            if let number = number(question, comparison) { mask.insert(number) }
        }
        return mask
    }

    /// What an answer makes true.
    func set(of answer: Answer, to question: QuestionID, today: CalendarDate) -> AtomSet {
        var set = none
        for (comparison, number) in comparisons[question] ?? [] where comparison.holds(for: answer, today: today) {
            set.insert(number)
        }
        return set
    }

    /// The ways to answer a question that differ in what they decide; also to pass over one that is optional. Empty
    /// where nothing can be answered without fault.
    func outcomes(of question: Question, today: CalendarDate) -> [Outcome] {
        let own = comparisons[question.id]?.map(\.comparison) ?? []
        var outcomes: [Outcome] = []
        func add(_ set: AtomSet, _ typed: [String: [String]]) {
            if !outcomes.contains(where: { $0.set == set }) { outcomes.append(Outcome(set: set, typed: typed)) }
        }
        for typed in question.kind.behaviour.samples(for: own, today: today) {
            let entry = StepEntry(typing: typed, into: question)
            guard case .answered(let answer) = question.kind.behaviour.judge(entry.typed(for: question), today: today)
            else { continue }
            add(set(of: answer, to: question.id, today: today), typed)
        }
        if question.optional, !outcomes.isEmpty { add(none, [:]) }
        return outcomes
    }
}

extension Comparison {
    /// Somebody may be hurt or in danger.
    static let danger = Comparison.oneOf([Question.dangerValue])
}

extension StepEntry {
    /// A sample of one question, as a step posts it. A question of files gets a file.
    init(typing parts: [String: [String]], into question: Question) {
        self.init(
            fields: Dictionary(uniqueKeysWithValues: parts.map { part, values in (question.field(part), values) }))
        guard let own = question.kind.behaviour as? FileQuestion, let kind = own.accept.first?.kinds.first else {
            return
        }
        files[question.id] = [EntryFile(id: "sample", name: "sample", kind: kind, bytes: 1)]
    }
}

extension Question {
    /// The name of the field of a part; an empty part is the whole question.
    package func field(_ part: String) -> String { part.isEmpty ? id.rawValue : "\(id).\(part)" }
}
