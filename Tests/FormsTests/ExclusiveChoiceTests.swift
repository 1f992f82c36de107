import Testing

@testable import Forms

/// Checkboxes with a choice that excludes all others.
@Suite struct ExclusiveChoiceTests {
    static let options = ["red", "green", "none"].map { SampleForm.choice($0) }

    @Test(
        arguments: [
            ([], nil), ([""], nil), (["yellow"], nil), (["NONE"], nil), (["none "], nil), (["none\u{0}"], nil),
            (["none"], ["none"]), (["none", "none"], ["none"]), (["none", "yellow", ""], ["none"]), (["red"], ["red"]),
            (["green", "red"], ["red", "green"]), (["red", "None"], ["red"]),
        ] as [([String], [String]?)])
    func itIsChosenAloneOrNotAtAll(typed: [String], chosen: [String]?) throws {
        let judgement = try CheckboxesQuestion(options: Self.options, none: "none").judged(typed)
        let expected: Judgement = if let chosen { .answered(.list(chosen)) } else { .absent }
        #expect(judgement == expected)
    }

    @Test(
        arguments: [
            ["red", "none"], ["none", "red"], ["none", "green", "red"], ["none", "none", "green"],
            ["green", "yellow", "none"],
        ])
    func withAnotherItIsAFault(typed: [String]) throws {
        let judgement = try CheckboxesQuestion(options: Self.options, none: "none").judged(typed)
        #expect(judgement == .faulty([.init(.choiceExclusive, arguments: ["option": "none"])]))
    }

    @Test func withoutAnExclusiveChoiceAnyMayStandTogether() throws {
        let judgement = try CheckboxesQuestion(options: Self.options).judged(["none", "red"])
        #expect(judgement == .answered(.list(["red", "none"])))
    }

    @Test func anExclusiveChoiceThatIsNotOfferedExcludesNothing() throws {
        let question = CheckboxesQuestion(options: Self.options, none: "nothing")
        let judgement = try question.judged(["nothing", "red", "green"])
        #expect(judgement == .answered(.list(["red", "green"])))
    }
}
