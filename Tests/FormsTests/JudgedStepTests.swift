import Testing

@testable import Forms

@Suite struct JudgedStepTests {
    @Test func aQuestionIsAskedBecauseOfAnEarlierOneOfTheSameStep() throws {
        var fields = SampleForm.placeSeen
        fields["description"] = [" "]
        let judged = try judge(SampleForm.placeStep(), fields)
        #expect(codes(of: judged) == ["description: text.missing"])
        fields["description"] = ["Tall"]
        let answered = try judge(SampleForm.placeStep(), fields)
        #expect(answered.faults.isEmpty)
        #expect(answers(of: answered)["description"] == .text("Tall"))
    }

    @Test(arguments: ["no", "unsure"])
    func theAnswerToAnUnaskedQuestionIsDropped(seen: String) throws {
        var fields = SampleForm.placeSeen
        fields["seen"] = [seen]
        fields["description"] = [String(repeating: "a", count: 3_000)]
        let judged = try judge(SampleForm.placeStep(), fields)
        #expect(judged.faults.isEmpty)
        #expect(Set(answers(of: judged).keys) == ["address", "seen"])
    }

    @Test func aQuestionThatHangsOnAFaultyOneIsNotAsked() throws {
        let judged = try judge(SampleForm.placeStep(), ["address.line1": ["1 High Street"], "description": ["Tall"]])
        #expect(codes(of: judged) == ["address: address.missing-town", "seen: choice.missing"])
        #expect(judged.answers.isEmpty)
    }

    @Test func faultsAreInTheOrderOfTheQuestions() throws {
        let judged = try judge(SampleForm.placeStep(), [:])
        #expect(codes(of: judged) == ["address: text.missing", "seen: choice.missing"])
    }

    @Test func anOptionalQuestionMayBeLeftOutButNotFilledInWrongly() throws {
        let empty = try judge(SampleForm.aboutYouStep(), [:])
        #expect(empty.faults.isEmpty)
        #expect(empty.answers.isEmpty)
        let unreal: [String: [String]] = ["born.day": ["30"], "born.month": ["2"], "born.year": ["1990"]]
        let wrong = try judge(SampleForm.aboutYouStep(), unreal)
        #expect(codes(of: wrong) == ["born: date.unreal"])
        let tomorrow: [String: [String]] = ["born.day": ["28"], "born.month": ["3"], "born.year": ["2026"]]
        let later = try judge(SampleForm.aboutYouStep(), tomorrow)
        #expect(codes(of: later) == ["born: date.not-past"])
    }

    @Test func oneOfSeveralChoicesIsEnoughForACondition() throws {
        let judged = try judge(SampleForm.aboutYouStep(), ["contact": ["post", "email"], "email": ["name"]])
        #expect(codes(of: judged) == ["email: email.malformed"])
        let post = try judge(SampleForm.aboutYouStep(), ["contact": ["post"], "email": ["name"]])
        #expect(post.faults.isEmpty)
    }

    /// Yes leads to a second question and its yes to a third; the first is answered no.
    @Test func whatHangsOnAnUnaskedQuestionIsNotAskedEither() throws {
        let step = Step(
            id: try SampleForm.named("chain"), title: LocalizedText("Chain"),
            questions: [
                try SampleForm.question("first", .init(YesNoQuestion())),
                try SampleForm.question("second", when: SampleForm.when("first", ["yes"]), .init(YesNoQuestion())),
                try SampleForm.question("third", when: SampleForm.when("second", ["yes"]), .init(TextQuestion())),
            ])
        let judged = try judge(step, ["first": ["no"], "second": ["yes"], "third": ["dropped"]])
        #expect(judged.faults.isEmpty)
        #expect(answers(of: judged) == ["first": .text("no")])
    }

    @Test func aConditionMayAskAboutAnEarlierStep() throws {
        let step = Step(
            id: try SampleForm.named("later"), title: LocalizedText("Later"),
            questions: [
                try SampleForm.question("height", when: SampleForm.when("seen", ["yes"]), .init(TextQuestion()))
            ])
        let seen: QuestionID = try SampleForm.named("seen")
        let asked = try judge(step, [:], earlier: [seen: .text("yes")])
        let unasked = try judge(step, ["height": ["tall"]], earlier: [seen: .text("no")])
        #expect(codes(of: asked) == ["height: text.missing"])
        #expect(asked.asked == step.questions)
        #expect(unasked.faults.isEmpty)
        #expect(unasked.answers.isEmpty)
        #expect(unasked.asked.isEmpty)
    }

    private func judge(
        _ step: Step, _ fields: [String: [String]], earlier: KnownAnswers = [:]
    ) throws -> JudgedStep {
        JudgedStep(step, entry: StepEntry(fields: fields), earlier: earlier, today: try SampleForm.day())
    }

    private func codes(of judged: JudgedStep) -> [String] {
        judged.faults.map { "\($0.question): \($0.finding.code.rawValue)" }
    }

    private func answers(of judged: JudgedStep) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for (question, answer) in judged.answers { answers[question.rawValue] = answer }
        return answers
    }
}
