import Testing

@testable import Forms

/// Forms of a few steps, whose ways can be counted by hand.
enum SmallForm {
    /// - Parameter preset: Answers that are known without asking, by question.
    static func definition(_ steps: [Step], preset: [String: String] = [:]) throws -> FormDefinition {
        let code = try #require(LetterCode(rawValue: "SML"))
        var form = FormDefinition(
            id: try SampleForm.named("small"), code: code, title: LocalizedText("A small form"),
            next: LocalizedText("We read it."), steps: steps)
        guard !preset.isEmpty else { return form }
        var answers: [QuestionID: String] = [:]
        for (question, answer) in preset {
            let id: QuestionID = try SampleForm.named(question)
            answers[id] = answer
        }
        form.preset = answers
        return form
    }

    static func step(
        _ id: String, when: Condition? = nil, _ questions: [Question], exits: [Exit] = [],
        repeats: ClosedRange<Int>? = nil
    ) throws -> Step {
        let repetition = repeats.map {
            Repetition(
                min: $0.lowerBound, max: $0.upperBound, item: LocalizedText("Thing"),
                another: LocalizedText("Is there another?"))
        }
        return Step(
            id: try SampleForm.named(id), title: LocalizedText("The step \(id)"), when: when, questions: questions,
            exits: exits, repeats: repetition)
    }

    /// A step that asks for a text, in a question whose id is that of the step with `-text` after it.
    static func textStep(_ id: String, when: Condition? = nil) throws -> Step {
        try step(id, when: when, [SampleForm.question("\(id)-text", .init(TextQuestion()))])
    }

    static func yesNo(_ id: String, danger: Bool = false, when: Condition? = nil) throws -> Question {
        var question = try SampleForm.question(id, when: when, .init(YesNoQuestion()))
        question.danger = danger
        return question
    }

    static func radios(_ id: String, _ values: [String]) throws -> Question {
        try SampleForm.question(id, .init(RadiosQuestion(options: values.map { SampleForm.choice($0) })))
    }

    static func exit(to path: String, when: Condition) throws -> Exit {
        Exit(when: when, to: try SampleForm.path(path))
    }

    static func isYes(_ question: String) throws -> Condition { try SampleForm.when(question, ["yes"]) }

    static func isNot(_ condition: Condition) -> Condition { Condition([.not(condition)]) }

    static func isAny(_ conditions: [Condition]) -> Condition { Condition([.any(conditions)]) }

    static func compare(_ question: String, _ comparison: Comparison) throws -> Condition {
        Condition([.answer(try SampleForm.named(question), comparison)])
    }
}
