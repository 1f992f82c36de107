import FormViews
import Forms
import TemplateEngine
import Testing

@Suite struct CheckViewTests {
    @Test func everyAnswerIsShownUnderItsStep() throws {
        let value = try checkView().value
        let titles = try value.texts("sections", each: "title")
        let labels = try value.texts("sections.0.rows", each: "label")
        let seen = try value.texts("sections.0.rows.0.lines", each: "")
        #expect(titles == ["The place", "About you"])
        #expect(labels == ["What is seen?"], "the question that hangs on yes was not asked")
        #expect(seen == ["No"])
    }

    @Test func aQuestionThatWasAskedAndLeftOutIsNotAnswered() throws {
        let value = try checkView().value
        let lines = try value.texts("sections.1.rows.0.lines", each: "")
        #expect(lines == ["Not answered"])
    }

    @Test func everyAnswerCanBeChanged() throws {
        let value = try checkView().value
        let place = try value.texts("sections.0.rows", each: "change")
        let aboutYou = try value.texts("sections.1.rows", each: "change")
        #expect(place == ["/forms/burglary/place?change=1"])
        #expect(aboutYou == ["/forms/burglary/about-you?change=1"])
    }

    @Test func aQuestionThatHangsOnTheAnswerIsShownOnceAsked() throws {
        let value = try checkView(place: ["seen": ["yes"], "height": ["tall"]]).value
        let labels = try value.texts("sections.0.rows", each: "label")
        #expect(labels == ["What is seen?", "What is height?"])
    }

    @Test func thePageLeadsBackToTheLastStepAndPostsToItself() throws {
        let value = try checkView().value
        let texts = try ["back", "action", "definition", "form.id"].map { try value.text($0) }
        #expect(texts == ["/forms/burglary/about-you", "/forms/burglary/check", "digest", "burglary"])
        let noProblem = try value.isNull("problem")
        #expect(noProblem)
    }

    @Test func aProblemIsShown() throws {
        var view = try checkView(in: .welsh)
        view.problem = .notSaved
        let title = try view.value.text("problem.title")
        let action = try view.value.text("action")
        #expect(title == "Not saved")
        #expect(action == "/forms/burglary/cy/check")
    }

    private func checkView(
        place: [String: [String]] = ["seen": ["no"], "height": ["dropped"]], in language: Language = .english
    ) throws -> CheckView {
        let first = try SampleForm.step([
            SampleForm.question("seen", .init(YesNoQuestion())),
            SampleForm.question("height", when: SampleForm.when("seen", ["yes"]), .init(TextQuestion())),
        ])
        let second = Step(
            id: try SampleForm.named("about-you"), title: LocalizedText("About you"),
            questions: [try SampleForm.question("email", optional: true, .init(EmailQuestion()))])
        let wording = try SampleForm.wording([first, second], in: language)
        let entries: [EntryPlace: StepEntry] = [
            EntryPlace(first.id): StepEntry(fields: place), EntryPlace(second.id): StepEntry(),
        ]
        let journey = Journey(wording.definition, entries: entries, today: .distantPast)
        return CheckView(journey, wording: wording, digest: "digest", today: .distantPast)
    }
}
