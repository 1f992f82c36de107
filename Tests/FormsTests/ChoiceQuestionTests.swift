import Testing

@testable import Forms

/// The kinds whose answer is chosen: yes-no, radios and checkboxes.
@Suite struct ChoiceQuestionTests {
    static let options: [Choice] = ["red", "green", "blue"].map { SampleForm.choice($0) }

    @Test(arguments: ["red", "green", "blue"])
    func oneOfTheRadiosIsTheAnswer(value: String) throws {
        let judgement = try RadiosQuestion(options: Self.options).judged([value])
        #expect(judgement == .answered(.text(value)))
    }

    @Test(arguments: [[], [""], ["yellow"], ["Red"], [" red"], ["red "], ["The choice red"]] as [[String]])
    func aRadioThatIsNotOfferedCountsAsNoChoice(typed: [String]) throws {
        let judgement = try RadiosQuestion(options: Self.options).judged(typed)
        #expect(judgement == .absent)
    }

    @Test(
        arguments: [
            ([], .absent),
            ([""], .absent),
            (["yellow"], .absent),
            (["blue"], .answered(.list(["blue"]))),
            (["blue", "red"], .answered(.list(["red", "blue"]))),
            (["green", "green"], .answered(.list(["green"]))),
            (["yellow", "green", "RED"], .answered(.list(["green"]))),
            (["blue", "green", "red"], .answered(.list(["red", "green", "blue"]))),
        ] as [([String], Judgement)])
    func checkboxesAreTakenOnceInTheOrderOfTheForm(typed: [String], expected: Judgement) throws {
        let judgement = try CheckboxesQuestion(options: Self.options).judged(typed)
        #expect(judgement == expected)
    }

    @Test(
        arguments: [
            ([], .absent), ([""], .absent), (["yes"], .answered(.text("yes"))), (["no"], .answered(.text("no"))),
            (["Yes"], .absent), (["true"], .absent), (["on"], .absent), ([" no"], .absent),
        ] as [([String], Judgement)])
    func onlyYesAndNoAnswerAYesNoQuestion(typed: [String], expected: Judgement) throws {
        let judgement = try YesNoQuestion().judged(typed)
        #expect(judgement == expected)
    }

    @Test(
        arguments: [
            (.init(YesNoQuestion()), .yesNoMissing), (.init(RadiosQuestion(options: [])), .choiceMissing),
            (.init(CheckboxesQuestion(options: [])), .choiceMissing), (.init(DateQuestion()), .dateMissing),
            (.init(AddressQuestion()), .textMissing), (.init(EmailQuestion()), .textMissing),
        ] as [(QuestionKind, FaultCode)])
    func eachKindSaysWhatIsMissing(kind: QuestionKind, code: FaultCode) {
        #expect(kind.behaviour.missing == code)
    }
}
