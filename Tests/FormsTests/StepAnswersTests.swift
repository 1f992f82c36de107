import Testing

@testable import Forms

@Suite struct StepAnswersTests {
    @Test func aStepIsAnObjectAndAGroupAnArrayOfThem() throws {
        let (what, cost): (QuestionID, QuestionID) = (try SampleForm.named("what"), try SampleForm.named("cost"))
        let bike: [QuestionID: Answer] = [what: .text("A bike"), cost: .text("120.00")]
        let table: [(answers: StepAnswers, json: String)] = [
            (.once([:]), "{}"),
            (.once(bike), #"{"cost":"120.00","what":"A bike"}"#),
            (
                .once([what: .list(["a", "b"]), cost: .group(["by": "post"])]),
                #"{"cost":{"by":"post"},"what":["a","b"]}"#
            ),
            (.repeated([]), "[]"),
            (.repeated([bike]), #"[{"cost":"120.00","what":"A bike"}]"#),
            (.repeated([bike, [:], [what: .list([])]]), #"[{"cost":"120.00","what":"A bike"},{},{"what":[]}]"#),
        ]
        for (answers, json) in table {
            let text = try JSONText.encode(answers)
            let back = try JSONText.decode(StepAnswers.self, from: json)
            #expect(text == json)
            #expect(back == answers)
        }
    }

    @Test(arguments: [
        "null", "1", #""yes""#, "[1]", #"["yes"]"#, "[[]]", "[null]", #"{"What":"A bike"}"#, #"{"what":1}"#,
        #"{"what":null}"#, #"{"what":["a",1]}"#, #"{"what":{"by":1}}"#, #"[{"what":1}]"#, #"[{"":"A bike"}]"#,
    ])
    func anythingElseIsRefused(json: String) {
        #expect(throws: DecodingError.self) { try JSONText.decode(StepAnswers.self, from: json) }
    }

    @Test func theAnswersAreFoundItemByItem() throws {
        let what: QuestionID = try SampleForm.named("what")
        let once: StepAnswers = [what: .text("A bike")]
        let repeated = StepAnswers.repeated([[what: .text("A bike")], [what: .text("A car")]])
        #expect(once[what] == .text("A bike"))
        #expect(once.items == [[what: .text("A bike")]])
        #expect(repeated[what] == nil)
        #expect(repeated.items == [[what: .text("A bike")], [what: .text("A car")]])
        #expect(StepAnswers.repeated([]).items.isEmpty)
    }

    @Test func whatIsKnownOfAGroupIsTheAnswerOfEachItem() throws {
        let (what, seen): (QuestionID, QuestionID) = (try SampleForm.named("what"), try SampleForm.named("seen"))
        var known: KnownAnswers = [seen: .text("yes")]
        known.add([what: .text("A bike")])
        known.add([:])
        known.add([what: .text("A car")])
        #expect(known.all(what) == [.text("A bike"), .text("A car")])
        #expect(known[what] == .text("A bike"))
        #expect(known.all(seen) == [.text("yes")])
        known.set([what: .text("A van")])
        #expect(known.all(what) == [.text("A van")])
    }
}
