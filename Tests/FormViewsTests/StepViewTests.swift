import FormViews
import Forms
import TemplateEngine
import Testing

@Suite struct StepViewTests {
    @Test func aStepNamesItselfItsFormAndItsAddress() throws {
        let value = try SampleForm.view(of: SampleForm.step([])).value
        let texts = try ["form.id", "form.title", "step.id", "step.title", "action", "definition", "button"].map {
            try value.text($0)
        }
        #expect(
            texts == [
                "burglary", "Report a burglary", "place", "The place", "/forms/burglary/place", "digest", "Continue",
            ])
        for name in ["back", "errors", "problem"] {
            let isNull = try value.isNull(name)
            #expect(isNull, "\(name)")
        }
    }

    @Test func aStepSpeaksWelshAndPostsToItsWelshAddress() throws {
        let value = try SampleForm.view(of: SampleForm.step([]), in: .welsh).value
        let texts = try ["form.title", "step.title", "action"].map { try value.text($0) }
        #expect(texts == ["Bwrgleriaeth", "Y lle", "/forms/burglary/cy/place"])
    }

    @Test func aStepThatIsChangedLeadsBackToChecking() throws {
        var view = try SampleForm.view(of: SampleForm.step([]))
        view.isChanging = true
        view.back = "/forms/burglary/check"
        let action = try view.value.text("action")
        let back = try view.value.text("back")
        #expect(action == "/forms/burglary/place?change=1")
        #expect(back == "/forms/burglary/check")
    }

    @Test(
        arguments: [
            (true, nil, "Continue"), (false, nil, "Send"), (true, .notSaved, "Send again"),
            (false, .notSaved, "Send again"),
        ] as [(Bool, Problem?, String)])
    func theButtonSaysWhatItDoes(review: Bool, problem: Problem?, button: String) throws {
        var view = try SampleForm.view(of: SampleForm.step([]), review: review)
        view.problem = problem
        let text = try view.value.text("button")
        let keeps = try view.value.flag("keeps")
        #expect(text == button)
        #expect(keeps == review, "a form without review keeps nothing")
    }

    @Test func aProblemHasATitleAndParagraphs() throws {
        var view = try SampleForm.view(of: SampleForm.step([]))
        view.problem = .notSaved
        let title = try view.value.text("problem.title")
        let paragraphs = try view.value.texts("problem.paragraphs", each: "")
        #expect(title == "Not saved")
        #expect(paragraphs == ["It was not saved.", "Send it again."])
    }

    /// The error summary leads to the field, and the field is there.
    @Test(
        arguments: [
            (.init(TextQuestion()), .textMissing, nil, "q"), (.init(TextareaQuestion()), .textMissing, nil, "q"),
            (.init(YesNoQuestion()), .yesNoMissing, nil, "q"),
            (.init(RadiosQuestion(options: SampleForm.options)), .choiceMissing, nil, "q"),
            (.init(CheckboxesQuestion(options: SampleForm.options)), .choiceMissing, nil, "q"),
            (.init(DateQuestion()), .dateMissing, nil, "q.day"), (.init(DateQuestion()), .dateUnreal, nil, "q.day"),
            (.init(DateQuestion()), .dateMissingYear, "year", "q.year"),
            (.init(AddressQuestion()), .textMissing, nil, "q.line1"),
            (.init(AddressQuestion()), .addressMissingTown, "town", "q.town"),
        ] as [(QuestionKind, FaultCode, String?, String?)])
    func anErrorLeadsToItsField(kind: QuestionKind, code: FaultCode, part: String?, target: String?) throws {
        var view = try SampleForm.view(of: SampleForm.step([SampleForm.question(kind)]))
        view.faults = [try SampleForm.fault(code, part: part)]
        let value = view.value
        let targets = try value.texts("errors.items", each: "target")
        #expect(targets == [target])
        let question = try value.at("questions.0")
        let ids = try fieldIDs(of: question)
        #expect(ids.contains(target))
    }

    @Test func theSummaryAndTheQuestionSayTheSame() throws {
        let question = try SampleForm.question(noun: LocalizedText("the place"), .init(TextQuestion()))
        var view = try SampleForm.view(of: SampleForm.step([question]))
        view.faults = [try SampleForm.fault(.textMissing), try SampleForm.fault("elsewhere", .textMissing)]
        let messages = try view.value.texts("errors.items", each: "message")
        let error = try view.value.text("questions.0.error")
        #expect(messages == ["Enter the place"], "a fault of another step is not shown")
        #expect(error == "Enter the place")
    }

    /// The ids of the elements that the templates draw for one question.
    private func fieldIDs(of question: TemplateValue) throws -> [String?] {
        let lists: [(String, String)] = [
            ("radios", "options"), ("checkboxes", "options"), ("date", "parts"), ("fields", "parts"),
        ]
        for (shape, list) in lists {
            let isNull = try question.isNull(shape)
            if !isNull { return try question.texts("\(shape).\(list)", each: "id") }
        }
        return [try question.text("id")]
    }
}
