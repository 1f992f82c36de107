import Testing

@testable import Forms

/// Conditions as the store keeps them.
@Suite struct ConditionCodingTests {
    /// The definitions of accepted cases have it, and their digests depend on it.
    @Test func aPlainConditionIsWrittenAsEver() throws {
        let json = #"{"terms":[{"question":"seen","values":["yes"]}]}"#
        let condition = try SampleForm.when("seen", ["yes"])
        let text = try JSONText.encode(condition)
        let back = try JSONText.decode(Condition.self, from: json)
        #expect(text == json)
        #expect(back == condition)
    }

    @Test func eachKindOfTermIsWrittenByWhatItCompares() throws {
        let seen: QuestionID = try SampleForm.named("seen")
        let plain = try SampleForm.when("seen", ["yes"])
        let age = try #require(DayExpression(rawValue: "today - 18 years"))
        let table: [(term: Condition.Term, json: String)] = [
            (.answer(seen, .oneOf(["yes", "no"])), #"{"question":"seen","values":["yes","no"]}"#),
            (.answer(seen, .oneOf([])), #"{"question":"seen","values":[]}"#),
            (.answer(seen, .answered), #"{"answered":true,"question":"seen"}"#),
            (.answer(seen, .contains("a \"knife\"")), #"{"contains":"a \"knife\"","question":"seen"}"#),
            (
                .answer(seen, .number(.atLeast, Hundredths(count: 1_250))),
                #"{"number":1250,"question":"seen","relation":"at-least"}"#
            ),
            (
                .answer(seen, .day(.more, age)),
                #"{"day":"today - 18 years","question":"seen","relation":"more"}"#
            ),
            (.not(plain), #"{"not":{"terms":[{"question":"seen","values":["yes"]}]}}"#),
            (
                .any([plain, Condition([.not(Condition([]))])]),
                #"{"any":[{"terms":[{"question":"seen","values":["yes"]}]},{"terms":[{"not":{"terms":[]}}]}]}"#
            ),
        ]
        for (term, json) in table {
            let text = try JSONText.encode(term)
            let back = try JSONText.decode(Condition.Term.self, from: json)
            #expect(text == json)
            #expect(back == term)
        }
    }

    @Test(arguments: Comparison.Relation.allCases)
    func eachRelationReadsAsItIsWritten(relation: Comparison.Relation) throws {
        let seen: QuestionID = try SampleForm.named("seen")
        let condition = Condition([
            .answer(seen, .number(relation, Hundredths(count: -5))), .answer(seen, .day(relation, .today)),
        ])
        let back = try JSONText.decode(Condition.self, from: try JSONText.encode(condition))
        #expect(back == condition)
    }

    @Test(arguments: [
        #"{}"#, #"{"terms":{}}"#, #"{"terms":[{}]}"#, #"{"terms":[{"values":["yes"]}]}"#,
        #"{"terms":[{"question":"Seen","values":["yes"]}]}"#, #"{"terms":[{"question":"seen","values":"yes"}]}"#,
        #"{"terms":[{"question":"seen","contains":1}]}"#, #"{"terms":[{"question":"seen","relation":"less"}]}"#,
        #"{"terms":[{"question":"seen","relation":"near","number":1}]}"#,
        #"{"terms":[{"question":"seen","relation":"less","number":1.5}]}"#,
        #"{"terms":[{"question":"seen","relation":"less","day":"tomorrow"}]}"#,
        #"{"terms":[{"any":{"terms":[]}}]}"#, #"{"terms":[{"not":[]}]}"#,
    ])
    func whatIsNoConditionIsRefused(json: String) {
        #expect(throws: DecodingError.self) { try JSONText.decode(Condition.self, from: json) }
    }
}
