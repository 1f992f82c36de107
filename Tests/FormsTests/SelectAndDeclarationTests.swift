import Testing

@testable import Forms

@Suite struct SelectAndDeclarationTests {
    static let select = SelectQuestion(options: ["red", "green", "blue"].map { SampleForm.choice($0) })

    @Test(arguments: ["red", "green", "blue"])
    func oneOfTheListIsTheAnswer(value: String) throws {
        let judgement = try Self.select.judged([value])
        #expect(judgement == .answered(.text(value)))
    }

    @Test(
        arguments: [
            [], [""], ["yellow"], ["Red"], [" red"], ["red "], ["red\u{0}"], ["re\u{301}d"], ["red\u{200B}"],
            ["The choice red"], ["red,green"],
        ] as [[String]])
    func whatIsNotInTheListCountsAsNoChoice(typed: [String]) throws {
        let judgement = try Self.select.judged(typed)
        #expect(judgement == .absent)
    }

    @Test func anEmptyListHasNoAnswer() throws {
        let judgement = try SelectQuestion(options: []).judged([""])
        #expect(judgement == .absent)
    }

    @Test func aTickedStatementIsConfirmed() throws {
        let judgement = try DeclarationQuestion().judged(["yes"])
        #expect(judgement == .answered(.text("yes")))
    }

    @Test(
        arguments: [
            [], [""], ["no"], ["Yes"], [" yes"], ["yes "], ["on"], ["true"], ["1"], ["yes\u{0}"], ["yes\u{301}"],
        ] as [[String]])
    func anythingElseConfirmsNothing(typed: [String]) throws {
        let judgement = try DeclarationQuestion().judged(typed)
        #expect(judgement == .absent)
    }

    @Test func eachSaysWhatIsMissing() {
        #expect(Self.select.missing == .choiceMissing)
        #expect(DeclarationQuestion().missing == .declarationMissing)
        #expect(Self.select.choices == ["red", "green", "blue"])
        #expect(DeclarationQuestion().choices == ["yes"])
    }
}
