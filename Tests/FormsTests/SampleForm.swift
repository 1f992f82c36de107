import Testing

@testable import Forms

/// A small form with a way out, a condition inside a step, a step that may be skipped, and several choices.
enum SampleForm {
    static let emergency: [String: [String]] = ["happening-now": ["no"]]
    static let place: [String: [String]] = [
        "address.line1": ["1 High Street"], "address.town": ["Newport"], "seen": ["no"],
    ]
    /// The place where somebody was seen, so that the step about the vehicle is needed.
    static let placeSeen: [String: [String]] = [
        "address.line1": ["1 High Street"], "address.town": ["Newport"], "seen": ["yes"], "description": ["Tall"],
    ]
    static let vehicle: [String: [String]] = ["registration": ["AB12 CDE"]]
    static let aboutYou: [String: [String]] = ["contact": ["email"], "email": ["name@example.com"]]

    static func definition() throws -> FormDefinition {
        let code = try #require(LetterCode(rawValue: "BUR"))
        return try FormDefinition(
            id: named("burglary"), code: code, title: LocalizedText("Report a burglary", cy: "Adrodd bwrgleriaeth"),
            next: LocalizedText("We read it."),
            steps: [emergencyStep(), placeStep(), vehicleStep(), aboutYouStep()])
    }

    static func emergencyStep() throws -> Step {
        let exit = Exit(when: try when("happening-now", ["yes"]), to: try path("/emergency"))
        return try Step(
            id: named("emergency"), title: LocalizedText("Is it happening now?"),
            questions: [question("happening-now", .init(YesNoQuestion()))], exits: [exit])
    }

    static func placeStep() throws -> Step {
        let options = [choice("yes"), choice("no"), choice("unsure")]
        return try Step(
            id: named("place"), title: LocalizedText("Where it happened"),
            questions: [
                question("address", .init(AddressQuestion())),
                question("seen", .init(RadiosQuestion(options: options))),
                question("description", when: when("seen", ["yes"]), .init(TextareaQuestion())),
            ])
    }

    static func vehicleStep() throws -> Step {
        try Step(
            id: named("vehicle"), title: LocalizedText("Their vehicle"), when: when("seen", ["yes"]),
            questions: [question("registration", optional: true, .init(TextQuestion(limit: 10)))])
    }

    static func aboutYouStep() throws -> Step {
        let options = [choice("email"), choice("post")]
        return try Step(
            id: named("about-you"), title: LocalizedText("About you"),
            questions: [
                question("contact", optional: true, .init(CheckboxesQuestion(options: options))),
                question("email", when: when("contact", ["email"]), .init(EmailQuestion())),
                question("born", optional: true, .init(DateQuestion(past: true))),
            ])
    }

    static func named<Scope>(_ text: String) throws -> Identifier<Scope> {
        let identifier = Identifier<Scope>(rawValue: text)
        return try #require(identifier)
    }

    static func path(_ text: String) throws -> PagePath {
        try #require(PagePath(text))
    }

    /// A day by default long after everything that the tests type.
    static func day(_ iso: String = "2026-03-27") throws -> CalendarDate {
        try #require(CalendarDate(iso: iso))
    }

    static func when(_ question: String, _ values: [String]) throws -> Condition {
        Condition([Condition.Term(question: try named(question), values: values)])
    }

    static func question(
        _ id: String, optional: Bool = false, when: Condition? = nil, _ kind: QuestionKind
    ) throws -> Question {
        let label = LocalizedText("What about \(id)?")
        return Question(id: try named(id), label: label, optional: optional, when: when, kind: kind)
    }

    static func choice(_ value: String) -> Choice {
        Choice(value: value, label: LocalizedText("The choice \(value)"))
    }

    /// - Parameter places: What was posted, by step or by `step/item`.
    static func entries(_ places: [String: [String: [String]]]) throws -> [EntryPlace: StepEntry] {
        var entries: [EntryPlace: StepEntry] = [:]
        for (name, fields) in places {
            let place = try #require(EntryPlace(rawValue: name))
            entries[place] = StepEntry(fields: fields)
        }
        return entries
    }
}

extension QuestionBehaviour {
    /// What the kind makes of one field, posted with these values.
    func judged(_ values: [String]) throws -> Judgement {
        let question: QuestionID = try SampleForm.named("question")
        let typed = TypedAnswer(question: question, entry: StepEntry(fields: ["question": values]))
        return judge(typed, today: try SampleForm.day())
    }

    /// What the kind makes of its parts.
    func judged(parts: [String: String], today: String = "2026-03-27") throws -> Judgement {
        let question: QuestionID = try SampleForm.named("question")
        var fields: [String: [String]] = [:]
        for (part, value) in parts { fields["question.\(part)"] = [value] }
        let typed = TypedAnswer(question: question, entry: StepEntry(fields: fields))
        return judge(typed, today: try SampleForm.day(today))
    }
}
