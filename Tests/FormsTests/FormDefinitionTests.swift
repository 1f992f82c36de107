import Testing

@testable import Forms

@Suite struct FormDefinitionTests {
    static let everyKind: [QuestionKind] = [
        .init(TextQuestion(limit: 10, autocomplete: "postal-code")), .init(TextQuestion()),
        .init(NameQuestion(limit: 20, autocomplete: "given-name")), .init(TextareaQuestion(limit: 500)),
        .init(EmailQuestion()), .init(PhoneQuestion()), .init(YesNoQuestion()),
        .init(RadiosQuestion(options: [SampleForm.choice("red"), SampleForm.choice("blue")])),
        .init(CheckboxesQuestion(options: [SampleForm.choice("red")])), .init(DateQuestion()),
        .init(DateQuestion(past: true)), .init(DateQuestion(future: true)), .init(AddressQuestion()),
        .init(DateQuestion(earliest: DayExpression(rawValue: "today - 18 years"), latest: .today)),
        .init(NumberQuestion(min: 1, max: 9)), .init(MoneyQuestion(max: 500)), .init(TimeQuestion()),
        .init(DateRangeQuestion(past: true)), .init(AddressQuestion(autocomplete: "off")),
        .init(SelectQuestion(options: [SampleForm.choice("red")])), .init(LocationQuestion(rail: true)),
        .init(CheckboxesQuestion(options: [SampleForm.choice("red")], none: "red")), .init(RegistrationQuestion()),
        .init(DeclarationQuestion()), .init(SafeContactQuestion(channels: [.post, .none])),
        .init(FileQuestion(accept: [.photo, .document], size: 2_000_000, count: 4)),
    ]

    @Test func aFormReadsAsItIsWritten() throws {
        var form = try SampleForm.definition()
        form.identity = .none
        form.review = false
        let text = try JSONText.encode(form)
        let back = try JSONText.decode(FormDefinition.self, from: text)
        #expect(back == form)
        let again = try JSONText.encode(back)
        #expect(again == text)
    }

    @Test(arguments: FormDefinitionTests.everyKind)
    func aQuestionOfAnyKindReadsAsItIsWritten(kind: QuestionKind) throws {
        var question = try SampleForm.question("q", optional: true, when: SampleForm.when("seen", ["yes"]), kind)
        question.hint = LocalizedText("A hint", cy: "Awgrym")
        question.noun = LocalizedText("the thing")
        let text = try JSONText.encode(question)
        let back = try JSONText.decode(Question.self, from: text)
        #expect(back == question)
    }

    @Test func theTableAboveHasEveryKind() {
        #expect(Set(Self.everyKind.map(\.name)) == Set(QuestionKind.Name.allCases))
    }

    /// What an author does not say is left out.
    @Test(
        arguments: [
            (.init(EmailQuestion()), #"{"id":"q","kind":"email","label":{"en":"What about q?"}}"#),
            (.init(YesNoQuestion()), #"{"id":"q","kind":"yes-no","label":{"en":"What about q?"}}"#),
            (.init(DateQuestion()), #"{"id":"q","kind":"date","label":{"en":"What about q?"}}"#),
            (.init(DateQuestion(past: true)), #"{"id":"q","kind":"date","label":{"en":"What about q?"},"past":true}"#),
            (
                .init(TextareaQuestion(limit: 500)),
                #"{"id":"q","kind":"textarea","label":{"en":"What about q?"},"limit":500}"#
            ),
            (
                .init(NameQuestion(limit: 35, autocomplete: "given-name")),
                #"{"autocomplete":"given-name","id":"q","kind":"name","label":{"en":"What about q?"},"limit":35}"#
            ),
            (
                .init(RadiosQuestion(options: [SampleForm.choice("a")])),
                #"{"id":"q","kind":"radios","label":{"en":"What about q?"},"#
                    + #""options":[{"label":{"en":"The choice a"},"value":"a"}]}"#
            ),
        ] as [(QuestionKind, String)])
    func theSettingsOfAKindStandBesideTheOtherKeys(kind: QuestionKind, json: String) throws {
        let question = try SampleForm.question("q", kind)
        let text = try JSONText.encode(question)
        #expect(text == json)
    }

    @Test(arguments: [
        #"{"id":"q","kind":"email"}"#,
        #"{"id":"q","label":{"en":"Q"}}"#,
        #"{"id":"q","kind":"slider","label":{"en":"Q"}}"#,
        #"{"id":"Q","kind":"email","label":{"en":"Q"}}"#,
        #"{"id":"q","kind":"radios","label":{"en":"Q"}}"#,
        #"{"id":"q","kind":"textarea","label":{"en":"Q"}}"#,
        #"{"id":"q","kind":"email","label":{"cy":"Q"}}"#,
    ])
    func aQuestionWithoutWhatItNeedsIsRefused(json: String) {
        #expect(throws: DecodingError.self) { try JSONText.decode(Question.self, from: json) }
    }

    @Test(
        arguments: [
            (.text("yes"), #"["yes"]"#), (.text(""), #"[""]"#), (.list([]), "[[]]"),
            (.list(["a", "b"]), #"[["a","b"]]"#),
            (.group(["town": "Newport"]), #"[{"town":"Newport"}]"#),
        ] as [(Answer, String)])
    func anAnswerIsTheJSONThatItLooksLike(answer: Answer, json: String) throws {
        let text = try JSONText.encode([answer])
        #expect(text == json)
        let back = try JSONText.decode([Answer].self, from: json)
        #expect(back == [answer])
    }

    @Test func aStepIsFoundByItsID() throws {
        let form = try SampleForm.definition()
        let place = form.step(try SampleForm.named("place"))
        let elsewhere = form.step(try SampleForm.named("elsewhere"))
        #expect(place?.title.en == "Where it happened")
        #expect(elsewhere == nil)
    }

    @Test func wordsWithoutATranslationAreEnglish() {
        #expect(LocalizedText("Home", cy: "Hafan")[.welsh] == "Hafan")
        #expect(LocalizedText("Home", cy: "Hafan")[.english] == "Home")
        #expect(LocalizedText("Home")[.welsh] == "Home")
    }
}
