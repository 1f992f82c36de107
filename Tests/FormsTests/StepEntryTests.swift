import Testing

@testable import Forms

@Suite struct StepEntryTests {
    @Test func whatWasPostedIsKeptExactlyAsTyped() throws {
        let entry = try StepEntry(
            posted: [
                (name: "address.town", value: " Newport "), (name: "seen", value: "perhaps"),
                (name: "description", value: ""),
            ], for: SampleForm.placeStep())
        #expect(entry.fields == ["address.town": [" Newport "], "seen": ["perhaps"], "description": [""]])
    }

    @Test func checkboxesMayBePostedSeveralTimes() throws {
        let step = try SampleForm.aboutYouStep()
        let entry = try StepEntry(posted: pairs(["contact", "email", "contact"]), for: step)
        #expect(entry.fields == ["contact": ["value 0", "value 2"], "email": ["value 1"]])
        #expect(entry.typed(for: step.questions[0]).values == ["value 0", "value 2"])
    }

    @Test func nothingPostedIsAnEmptyEntry() throws {
        let step = try SampleForm.placeStep()
        let entry = try StepEntry(posted: [], for: step)
        #expect(entry == StepEntry())
        for question in step.questions { #expect(entry.typed(for: question).value.isEmpty) }
        #expect(entry.typed(for: step.questions[0])["town"].isEmpty)
    }

    /// The field of another step, of no question, the whole of a question with parts, and parts that there are not.
    @Test(arguments: [
        "email", "website", "", "address", "address.", "address.county", "seen.yes", "Seen", "seen ", "address.line1.x",
    ])
    func aFieldThatTheStepDoesNotHaveIsRefused(name: String) throws {
        let step = try SampleForm.placeStep()
        let posted = pairs(["seen", name])
        #expect(throws: StepEntry.Refusal.undeclaredField) { try StepEntry(posted: posted, for: step) }
    }

    @Test(arguments: ["address.line1", "seen", "description"])
    func aFieldWithOneValueIsRefusedTheSecondTime(name: String) throws {
        let step = try SampleForm.placeStep()
        let apart = pairs([name, "address.town", name])
        let empty = [(name: name, value: ""), (name: name, value: "")]
        #expect(throws: StepEntry.Refusal.repeatedField) { try StepEntry(posted: apart, for: step) }
        #expect(throws: StepEntry.Refusal.repeatedField) { try StepEntry(posted: empty, for: step) }
    }

    @Test(
        arguments: [
            (.init(TextQuestion()), ["q"]), (.init(YesNoQuestion()), ["q"]),
            (.init(CheckboxesQuestion(options: [])), ["q"]),
            (.init(DateQuestion()), ["q.day", "q.month", "q.year"]),
            (.init(AddressQuestion()), ["q.line1", "q.line2", "q.town", "q.postcode"]),
        ] as [(QuestionKind, [String])])
    func aQuestionPostsItsPartsOrItself(kind: QuestionKind, names: [String]) throws {
        let question = try SampleForm.question("q", kind)
        #expect(question.fieldNames == names)
    }

    private func pairs(_ names: [String]) -> [(name: String, value: String)] {
        names.enumerated().map { index, name in (name: name, value: "value \(index)") }
    }
}
