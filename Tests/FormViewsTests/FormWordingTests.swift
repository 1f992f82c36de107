import FormViews
import Forms
import Testing

@Suite struct FormWordingTests {
    @Test(
        arguments: [
            (.textMissing, "Enter the address"),
            (.textTooLong, "The address must be 2,000 characters or less"),
            (.choiceMissing, "Select the address"),
            (.yesNoMissing, "Select yes if the address"),
            (.dateUnreal, "words of faults.date.unreal"),
        ] as [(FaultCode, String)])
    func aMessageCallsTheAnswerByItsNoun(code: FaultCode, message: String) throws {
        let question = try SampleForm.question(noun: LocalizedText("the address"), .init(TextQuestion()))
        let finding = Judgement.Finding(code, arguments: ["limit": "2,000"])
        let said = try SampleForm.wording().message(for: finding, in: question)
        #expect(said == message)
    }

    @Test(
        arguments: [
            (.textMissing, "Enter your answer to “What is q?”"),
            (.textTooLong, "Your answer to “What is q?” must be 5 characters or less"),
            (.yesNoMissing, "Select your answer to “What is q?”"),
            (.choiceMissing, "Select your answer to “What is q?”"),
        ] as [(FaultCode, String)])
    func aMessageQuotesTheLabelWhereThereIsNoNoun(code: FaultCode, message: String) throws {
        let question = try SampleForm.question(.init(YesNoQuestion()))
        let finding = Judgement.Finding(code, arguments: ["limit": "5"])
        let said = try SampleForm.wording().message(for: finding, in: question)
        #expect(said == message)
    }

    @Test func aMessageSpeaksTheLanguageOfThePage() throws {
        let noun = LocalizedText("the address", cy: "y cyfeiriad")
        let question = try SampleForm.question(noun: noun, .init(TextQuestion()))
        let unnamed = try SampleForm.question(.init(TextQuestion()))
        let wording = try SampleForm.wording(in: .welsh)
        #expect(wording.message(for: .init(.textMissing), in: question) == "Enter y cyfeiriad")
        #expect(wording.message(for: .init(.textMissing), in: unnamed) == "Enter your answer to “Beth yw q?”")
    }

    /// Words of an author are not read for placeholders again.
    @Test func bracesInALabelStay() throws {
        var question = try SampleForm.question(.init(TextQuestion()))
        question.label = LocalizedText("What is {Noun}?")
        let message = try SampleForm.wording().message(for: .init(.textMissing), in: question)
        #expect(message == "Enter your answer to “What is {Noun}?”")
    }

    @Test(
        arguments: [
            (.text("2026-03-07"), .init(DateQuestion()), ["7 March 2026"]),
            (.text("no date"), .init(DateQuestion()), ["no date"]),
            (.text("red"), .init(RadiosQuestion(options: SampleForm.options)), ["Red"]),
            (.text("gone"), .init(RadiosQuestion(options: SampleForm.options)), ["gone"]),
            (.list(["red", "blue"]), .init(CheckboxesQuestion(options: SampleForm.options)), ["Red", "Blue"]),
            (.text("yes"), .init(YesNoQuestion()), ["Yes"]),
            (.text("a\r\nb\n\nc"), .init(TextareaQuestion()), ["a", "b", "", "c"]),
            (.text("2026-03-07"), .init(TextQuestion()), ["2026-03-07"]),
            (
                .group(["postcode": "NP20 5GW", "town": "Newport", "line1": "1 High Street"]),
                .init(AddressQuestion()),
                ["1 High Street", "Newport", "NP20 5GW"]
            ),
        ] as [(Answer, QuestionKind, [String])])
    func anAnswerIsReadInWords(answer: Answer, kind: QuestionKind, lines: [String]) throws {
        let question = try SampleForm.question(kind)
        let read = try SampleForm.wording().lines(of: answer, to: question)
        #expect(read == lines)
    }

    @Test func aChoiceIsCalledByItsLabelInTheLanguageOfThePage() throws {
        let question = try SampleForm.question(.init(CheckboxesQuestion(options: SampleForm.options)))
        let lines = try SampleForm.wording(in: .welsh).lines(of: .list(["red", "blue"]), to: question)
        #expect(lines == ["Coch", "Blue"])
    }
}
