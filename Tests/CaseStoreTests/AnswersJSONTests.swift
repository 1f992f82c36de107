import Forms
import Foundation
import TestSupport
import Testing

@testable import CaseStore

@Suite struct AnswersJSONTests {
    private static let texts = [
        "", "a", "\"\\/", "line\r\nline\t\u{8}\u{C}\u{0}\u{1F}\u{7F}", "Ŵyr 👮🏽‍♀️ e\u{301}\"\u{301}", "\u{2028}",
        "</script>",
    ]

    /// Foundation reads what we write, and gives back what was written.
    @Test func anyAnswersReadBackAsTheyWere() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            var answers: [StepID: [QuestionID: Answer]] = [:]
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let step = try #require(StepID(rawValue: Self.name(&generator)))
                for _ in 0..<Int.random(in: 0...4, using: &generator) {
                    let question = try #require(QuestionID(rawValue: Self.name(&generator)))
                    answers[step, default: [:]][question] = Self.answer(&generator)
                }
            }
            let json = AnswersJSON.text(of: answers)
            let read = try JSONDecoder().decode([StepID: [QuestionID: Answer]].self, from: Data(json.utf8))
            #expect(read == answers.filter { !$0.value.isEmpty } || read == answers)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let theirs = try JSONDecoder().decode(
                [StepID: [QuestionID: Answer]].self, from: try encoder.encode(answers))
            #expect(read == theirs)
        }
    }

    @Test func theSameAnswersAreTheSameText() throws {
        let (step, other) = (try SampleSubmission.step(), try SampleSubmission.step("a"))
        let (one, two) = (try SampleSubmission.question("one"), try SampleSubmission.question("two"))
        let answers: [StepID: [QuestionID: Answer]] = [
            step: [two: .group(["town": "x", "line1": "é"]), one: .list(["b", "a"])], other: [one: .text("\"\u{1}")],
        ]
        #expect(
            AnswersJSON.text(of: answers)
                == #"{"a":{"one":"\"\u0001"},"place":{"one":["b","a"],"two":{"line1":"é","town":"x"}}}"#)
    }

    private static func name(_ generator: inout SeededGenerator) -> String {
        ["place", "what", "who-1", "z"].randomElement(using: &generator) ?? "a"
    }

    private static func answer(_ generator: inout SeededGenerator) -> Answer {
        func text() -> String { texts.randomElement(using: &generator) ?? "" }
        switch Int.random(in: 0...2, using: &generator) {
        case 0: return .text(text())
        case 1: return .list((0..<Int.random(in: 0...3, using: &generator)).map { _ in text() })
        default: return .group(["line1": text(), "postcode": text()])
        }
    }
}
