import FormViews
import Forms
import Testing

/// A small bilingual form, its words, and the steps and questions that the views are shown.
enum SampleForm {
    /// Every word that our code asks for; where the tests look at a sentence, the sentence.
    static let words: Words = {
        var texts: [String: String] = [:]
        for key in Words.required { texts[key] = "words of \(key)" }
        let sentences: [String: String] = [
            "faults.text.missing": "Enter {noun}", "faults.text.too-long": "{Noun} must be {limit} characters or less",
            "faults.choice.missing": "Select {noun}", "faults.yes-no.missing": "Select yes if {noun}",
            "noun-default": "your answer to “{label}”", "not-answered": "Not answered", "months.3": "March",
            "dates.day": "{day} {month} {year}",
            "options.yes": "Yes", "options.no": "No", "parts.day": "Day", "buttons.continue": "Continue",
            "buttons.send": "Send", "buttons.send-again": "Send again", "problems.not-saved.title": "Not saved",
            "problems.not-saved.text": "It was\nnot saved.\n\nSend it again.\n",
        ]
        texts.merge(sentences) { _, sentence in sentence }
        return Words(texts)
    }()

    static let options: [Choice] = [
        Choice(value: "red", label: LocalizedText("Red", cy: "Coch")),
        Choice(value: "blue", label: LocalizedText("Blue")),
    ]

    static func named<Scope>(_ text: String) throws -> Identifier<Scope> {
        let identifier = Identifier<Scope>(rawValue: text)
        return try #require(identifier)
    }

    static func question(_ kind: QuestionKind) throws -> Question { try question("q", kind) }

    static func question(noun: LocalizedText, _ kind: QuestionKind) throws -> Question {
        try question("q", noun: noun, kind)
    }

    static func question(
        _ id: String, noun: LocalizedText? = nil, optional: Bool = false, when: Condition? = nil,
        _ kind: QuestionKind
    ) throws -> Question {
        Question(
            id: try named(id), label: LocalizedText("What is \(id)?", cy: "Beth yw \(id)?"), noun: noun,
            optional: optional, when: when, kind: kind)
    }

    static func when(_ question: String, _ values: [String]) throws -> Condition {
        Condition([Condition.Term(question: try named(question), values: values)])
    }

    static func step(_ questions: [Question]) throws -> Step {
        Step(id: try named("place"), title: LocalizedText("The place", cy: "Y lle"), questions: questions)
    }

    static func definition(_ steps: [Step], review: Bool = true) throws -> FormDefinition {
        let code = try #require(LetterCode(rawValue: "BUR"))
        return FormDefinition(
            id: try named("burglary"), code: code, title: LocalizedText("Report a burglary", cy: "Bwrgleriaeth"),
            review: review, next: LocalizedText("We read it.\n\nThen we call you."), steps: steps)
    }

    static func wording(
        _ steps: [Step] = [], in language: Language = .english, review: Bool = true
    ) throws -> FormWording {
        FormWording(try definition(steps, review: review), in: language, words: words)
    }

    static func view(of step: Step, in language: Language = .english, review: Bool = true) throws -> StepView {
        StepView(
            step, wording: try wording([step], in: language, review: review), digest: "digest", today: .distantPast)
    }

    static func fault(_ code: FaultCode, part: String? = nil) throws -> Fault { try fault("q", code, part: part) }

    static func fault(_ question: String, _ code: FaultCode, part: String? = nil) throws -> Fault {
        Fault(question: try named(question), finding: Judgement.Finding(code, part: part))
    }
}
