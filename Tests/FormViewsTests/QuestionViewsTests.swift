import Forms
import TemplateEngine
import Testing

@testable import FormViews

@Suite struct QuestionViewsTests {
    static let shapes: [(QuestionKind, String)] = [
        (.init(TextQuestion()), "input"), (.init(NameQuestion()), "input"), (.init(EmailQuestion()), "input"),
        (.init(PhoneQuestion()), "input"), (.init(TextareaQuestion()), "textarea"),
        (.init(YesNoQuestion()), "radios"), (.init(RadiosQuestion(options: SampleForm.options)), "radios"),
        (.init(CheckboxesQuestion(options: SampleForm.options)), "checkboxes"), (.init(DateQuestion()), "date"),
        (.init(AddressQuestion()), "fields"), (.init(LocationQuestion()), "fields"), (.init(NumberQuestion()), "input"),
        (.init(MoneyQuestion()), "input"), (.init(TimeQuestion()), "input"), (.init(RegistrationQuestion()), "input"),
        (.init(DateRangeQuestion()), "range"), (.init(SelectQuestion(options: SampleForm.options)), "select"),
        (.init(DeclarationQuestion()), "declaration"), (.init(SafeContactQuestion()), "contact"),
        (.init(FileQuestion()), "file"),
    ]

    @Test(arguments: QuestionViewsTests.shapes)
    func everyKindHasExactlyOneShape(kind: QuestionKind, shape: String) throws {
        let value = try SampleForm.view(of: SampleForm.step([SampleForm.question(kind)])).value
        let drawn = try QuestionShape.allCases.map(\.rawValue).filter { name in
            let isNull = try value.isNull("questions.0.\(name)")
            return !isNull
        }
        #expect(drawn == [shape])
    }

    @Test func theTableAboveHasEveryKind() {
        #expect(Set(Self.shapes.map { $0.0.name }) == Set(QuestionKind.Name.allCases))
    }

    @Test(
        arguments: [
            (.init(YesNoQuestion()), "radios", ["q", "q.no"]),
            (.init(RadiosQuestion(options: SampleForm.options)), "radios", ["q", "q.blue"]),
            (.init(CheckboxesQuestion(options: SampleForm.options)), "checkboxes", ["q", "q.blue"]),
        ] as [(QuestionKind, String, [String?])])
    func theFirstOptionHasTheIDOfItsQuestion(kind: QuestionKind, shape: String, ids: [String?]) throws {
        let value = try SampleForm.view(of: SampleForm.step([SampleForm.question(kind)])).value
        let drawn = try value.texts("questions.0.\(shape).options", each: "id")
        let names = try value.texts("questions.0.\(shape).options", each: "name")
        #expect(drawn == ids)
        #expect(names == ["q", "q"])
    }

    @Test func whatWasChosenIsChecked() throws {
        let kind = QuestionKind(CheckboxesQuestion(options: SampleForm.options))
        var view = try SampleForm.view(of: SampleForm.step([SampleForm.question(kind)]))
        view.entry = StepEntry(fields: ["q": ["blue", "gone"]])
        let value = view.value
        let red = try value.flag("questions.0.checkboxes.options.0.checked")
        let blue = try value.flag("questions.0.checkboxes.options.1.checked")
        #expect(red == false)
        #expect(blue == true)
    }

    @Test func whatWasTypedIsShownAgainAlsoWhereItIsWrong() throws {
        let questions = [
            try SampleForm.question("email", .init(EmailQuestion())),
            try SampleForm.question("born", .init(DateQuestion())),
        ]
        var view = try SampleForm.view(of: SampleForm.step(questions))
        view.entry = StepEntry(fields: ["email": [" <name> "], "born.month": ["Smarch"]])
        let value = view.value
        let email = try value.text("questions.0.input.value")
        let parts = try value.texts("questions.1.date.parts", each: "value")
        #expect(email == " <name> ")
        #expect(parts == ["", "Smarch", ""])
    }

    @Test func aQuestionIsRevealedByItsOption() throws {
        let questions = [
            try SampleForm.question("seen", .init(YesNoQuestion())),
            try SampleForm.question("height", when: SampleForm.when("seen", ["yes"]), .init(TextQuestion())),
            try SampleForm.question("reason", when: SampleForm.when("seen", ["no"]), .init(TextQuestion())),
        ]
        let value = try SampleForm.view(of: SampleForm.step(questions)).value
        let free = try value.texts("questions", each: "id")
        let yes = try value.texts("questions.0.radios.options.0.reveals", each: "id")
        let no = try value.texts("questions.0.radios.options.1.reveals", each: "id")
        #expect(free == ["seen"])
        #expect(yes == ["height"])
        #expect(no == ["reason"])
    }

    @Test(
        arguments: [
            (nil, []), (.dateMissing, ["day", "month", "year"]), (.dateUnreal, ["day", "month", "year"]),
            (.dateMissingDay, ["day"]), (.dateMissingMonth, ["month"]), (.dateMissingYear, ["year"]),
            (.dateMissingDayMonth, ["day", "month"]), (.dateMissingDayYear, ["day", "year"]),
            (.dateMissingMonthYear, ["month", "year"]),
        ] as [(FaultCode?, [String])])
    func theWrongPartsOfADateAreMarked(code: FaultCode?, wrong: [String]) throws {
        var view = try SampleForm.view(of: SampleForm.step([SampleForm.question(.init(DateQuestion()))]))
        if let code { view.faults = [try SampleForm.fault(code)] }
        let value = view.value
        for (index, part) in ["day", "month", "year"].enumerated() {
            let isWrong = try value.flag("questions.0.date.parts.\(index).wrong")
            #expect(isWrong == wrong.contains(part), "\(part)")
        }
    }

    @Test func anAddressShowsItsErrorsByPart() throws {
        var view = try SampleForm.view(of: SampleForm.step([SampleForm.question(.init(AddressQuestion()))]))
        view.faults = [try SampleForm.fault(.addressMissingTown, part: "town")]
        let value = view.value
        let errors = try value.texts("questions.0.fields.parts", each: "error")
        let describedBy = try value.texts("questions.0.fields.parts", each: "describedby")
        let whole = try value.isNull("questions.0.error")
        #expect(errors == [nil, nil, "words of faults.address.missing-town", nil])
        #expect(describedBy == [nil, nil, "q.town:error", nil])
        #expect(whole)
    }

    @Test(
        arguments: [
            (false, false, nil), (true, false, "q:hint"), (false, true, "q:error"), (true, true, "q:hint q:error"),
        ] as [(Bool, Bool, String?)])
    func aFieldIsDescribedByItsHintAndItsError(hint: Bool, error: Bool, ids: String?) throws {
        var question = try SampleForm.question(.init(TextQuestion()))
        if hint { question.hint = LocalizedText("A hint") }
        var view = try SampleForm.view(of: SampleForm.step([question]))
        if error { view.faults = [try SampleForm.fault(.textMissing)] }
        let described = try view.value.text("questions.0.describedby")
        #expect(described == ids)
    }
}
