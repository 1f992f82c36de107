import Testing

@testable import Forms

/// Conditions made of others.
@Suite struct ConditionLogicTests {
    /// Each bit tells whether one of three questions is answered with yes.
    @Test(arguments: 0..<8)
    func anyNotAndAllMayStandInOneAnother(bits: Int) throws {
        let (a, b, c) = (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0)
        let (isA, isB, isC) = (try isYes("a"), try isYes("b"), try isYes("c"))
        let table: [(condition: Condition, expected: Bool)] = [
            (Condition(isA.terms + isB.terms), a && b),
            (Condition([.any([isA, isB])]), a || b),
            (Condition([.not(isA)]), !a),
            (Condition([.any([isA, isB]), .not(isC)]), (a || b) && !c),
            (Condition([.not(Condition([.any([Condition(isA.terms + isB.terms), isC])]))]), !(a && b || c)),
            (Condition([.not(Condition([.not(isA)]))]), a),
            (Condition([.any([Condition([.not(isA)]), Condition([.any([isB, isC])])])]), !a || b || c),
            (Condition([.not(Condition(isA.terms + isB.terms + isC.terms))]), !(a && b && c)),
        ]
        let known = try answers(["a": a ? "yes" : "no", "b": b ? "yes" : "no", "c": c ? "yes" : "no"])
        for (condition, expected) in table {
            #expect(condition.holds(for: known, today: .distantPast) == expected, "\(condition)")
        }
    }

    @Test func whatWasNotAnsweredIsNotSo() throws {
        let isA = try isYes("a")
        #expect(!isA.holds(for: [:], today: .distantPast))
        #expect(Condition([.not(isA)]).holds(for: [:], today: .distantPast))
        #expect(!Condition([.any([isA])]).holds(for: [:], today: .distantPast))
    }

    @Test func anyOfNothingNeverHolds() {
        #expect(!Condition([.any([])]).holds(for: [:], today: .distantPast))
        #expect(!Condition([.not(Condition([]))]).holds(for: [:], today: .distantPast))
        #expect(Condition([.any([Condition([])])]).holds(for: [:], today: .distantPast))
    }

    /// Of two items one is a yes and one a no.
    @Test func notIsSoOfNoItem() throws {
        let a: QuestionID = try SampleForm.named("a")
        var known = KnownAnswers()
        known.add([a: .text("yes")])
        known.add([a: .text("no")])
        let isA = try isYes("a")
        let isNotA = try SampleForm.when("a", ["no"])
        #expect(Condition(isA.terms + isNotA.terms).holds(for: known, today: .distantPast))
        #expect(!Condition([.not(isA)]).holds(for: known, today: .distantPast))
    }

    @Test func theComparisonsAreFoundInOrderHoweverDeep() throws {
        let (isA, isB, isC) = (try isYes("a"), try isYes("b"), try isYes("c"))
        let neither = Condition.Term.not(Condition([.any([isA, isB])]))
        let condition = Condition(isC.terms + [neither, .any([isC])])
        #expect(condition.comparisons.map(\.question.rawValue) == ["c", "a", "b", "c"])
        #expect(condition.comparisons.allSatisfy { $0.comparison == .oneOf(["yes"]) })
        #expect(Set(condition.questions.map(\.rawValue)) == ["a", "b", "c"])
    }

    private func isYes(_ question: String) throws -> Condition { try SampleForm.when(question, ["yes"]) }

    private func answers(_ texts: [String: String]) throws -> KnownAnswers {
        var known = KnownAnswers()
        for (name, text) in texts {
            let question: QuestionID = try SampleForm.named(name)
            known.set(.text(text), for: question)
        }
        return known
    }
}
