import TestSupport

@testable import Forms

extension SeededGenerator {
    /// A form of two to four steps with choices and numbers, where a question, a step or an exit may depend on what was
    /// asked before.
    mutating func form() throws -> FormDefinition {
        var steps: [Step] = []
        for number in 1...Int.random(in: 2...4, using: &self) {
            steps.append(try step(number, after: steps.flatMap(\.questions)))
        }
        return try SmallForm.definition(steps)
    }

    private mutating func step(_ number: Int, after earlier: [Question]) throws -> Step {
        let when = happens(4) ? condition(on: earlier) : nil
        var questions: [Question] = []
        for letter in ["a", "b"].prefix(Int.random(in: 1...2, using: &self)) {
            let asked = happens(3) ? condition(on: earlier + questions) : nil
            let isOptional = happens(2)
            let id = "q\(number)\(letter)"
            questions.append(try SampleForm.question(id, optional: isOptional, when: asked, kind()))
        }
        var exits: [Exit] = []
        for name in ["left", "right"] where happens(2) {
            guard let out = condition(on: earlier + questions) else { continue }
            exits.append(try SmallForm.exit(to: "/\(name)/\(number)", when: out))
        }
        let fewest = Int.random(in: 1...2, using: &self)
        let repeats: ClosedRange<Int>? = happens(2) ? fewest...Int.random(in: fewest...3, using: &self) : nil
        return try SmallForm.step("s\(number)", when: when, questions, exits: exits, repeats: repeats)
    }

    /// Whether something comes about that does so many times out of ten.
    private mutating func happens(_ times: Int) -> Bool { Int.random(in: 0..<10, using: &self) < times }

    private mutating func kind() -> QuestionKind {
        let colours = ["red", "green"].map { SampleForm.choice($0) }
        switch Int.random(in: 0..<4, using: &self) {
        case 0: return QuestionKind(YesNoQuestion())
        case 1: return QuestionKind(RadiosQuestion(options: colours + [SampleForm.choice("blue")]))
        case 2: return QuestionKind(CheckboxesQuestion(options: colours + [SampleForm.choice("none")], none: "none"))
        default: return QuestionKind(NumberQuestion(min: 0, max: 20))
        }
    }

    /// Nil where there is nothing to ask about.
    private mutating func condition(on questions: [Question]) -> Condition? {
        guard !questions.isEmpty else { return nil }
        var terms = [term(on: questions, depth: 2)]
        if happens(3) { terms.append(term(on: questions, depth: 1)) }
        return Condition(terms)
    }

    /// - Parameter depth: How deep conditions may still stand in one another.
    private mutating func term(on questions: [Question], depth: Int) -> Condition.Term {
        switch Int.random(in: 0..<10, using: &self) {
        case 0...1 where depth > 0:
            return .not(Condition([term(on: questions, depth: depth - 1)]))
        case 2 where depth > 0:
            let one = Condition([term(on: questions, depth: depth - 1)])
            let other = Condition([term(on: questions, depth: depth - 1)])
            return .any([one, other])
        default:
            let question = questions[Int.random(in: questions.indices, using: &self)]
            return .answer(question.id, comparison(with: question.kind.behaviour))
        }
    }

    private mutating func comparison(with kind: any QuestionBehaviour) -> Comparison {
        if happens(1) { return .answered }
        guard let values = kind.choices else {
            let relation = Comparison.Relation.allCases.randomElement(using: &self) ?? .less
            return .number(relation, Hundredths(count: 50 * Int.random(in: 0...40, using: &self)))
        }
        let count = Int.random(in: 1...2, using: &self)
        return .oneOf(Array(values.shuffled(using: &self).prefix(count)))
    }
}
