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
            var answers: [StepID: StepAnswers] = [:]
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let step = try #require(StepID(rawValue: Self.name(&generator)))
                let items = try (0..<Int.random(in: 1...3, using: &generator)).map { _ in try Self.item(&generator) }
                answers[step] = Bool.random(using: &generator) ? .repeated(items) : .once(items[0])
            }
            let json = AnswersJSON.text(of: answers)
            let read = try JSONDecoder().decode([StepID: StepAnswers].self, from: Data(json.utf8))
            #expect(read == answers)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let theirs = try JSONDecoder().decode(
                [StepID: StepAnswers].self, from: try encoder.encode(answers))
            #expect(read == theirs)
        }
    }

    @Test func theSameAnswersAreTheSameText() throws {
        let (step, other) = (try SampleSubmission.step(), try SampleSubmission.step("a"))
        let (one, two) = (try SampleSubmission.question("one"), try SampleSubmission.question("two"))
        let answers: [StepID: StepAnswers] = [
            other: .repeated([[one: .text("\"\u{1}")], [:]]),
            step: [two: .group(["town": "x", "line1": "é"]), one: .list(["b", "a"])],
        ]
        #expect(
            AnswersJSON.text(of: answers)
                == #"{"a":[{"one":"\"\u0001"},{}],"place":{"one":["b","a"],"two":{"line1":"é","town":"x"}}}"#)
    }

    private static func item(_ generator: inout SeededGenerator) throws -> [QuestionID: Answer] {
        var item: [QuestionID: Answer] = [:]
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            item[try #require(QuestionID(rawValue: Self.name(&generator)))] = Self.answer(&generator)
        }
        return item
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
