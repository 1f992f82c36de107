import Diagnostics
import Forms

/// Checks what a form as a whole must be, whatever is answered.
struct FormCheck {
    let source: FormSource

    private var definition: FormDefinition { source.definition }
    private var presets: Set<QuestionID> { definition.presetQuestions }

    func run(_ report: inout DiagnosticReport) {
        checkReveals(&report)
        for step in definition.steps where step.repeats != nil {
            for question in step.questions where presets.contains(question.id) {
                report.error(
                    "preset-in-group", at: location(of: question.id),
                    "'\(question.id)' is asked for several things, and cannot be preset", remedy: "take the preset out")
            }
        }
        if definition.identity == .none { checkAnonymity(&report) }
        if definition.isSensitive { checkSafeContact(&report) }
    }

    private func location(of question: QuestionID) -> SourceLocation {
        source.questionLocations[question] ?? source.location
    }

    /// A question that waits for an answer on its own page can only be shown inside the choice that asks for it: no
    /// script is there to show it otherwise.
    private func checkReveals(_ report: inout DiagnosticReport) {
        for step in definition.steps {
            let own = Set(step.questions.map(\.id)).subtracting(presets)
            for question in step.questions {
                guard let when = question.when, !when.questions.isDisjoint(with: own) else { continue }
                if let reveal = step.reveal(of: question, presets: presets),
                    when.comparisons.filter({ own.contains($0.question) }).count == 1,
                    let host = step.questions.first(where: { $0.id == reveal.host }),
                    [.yesNo, .radios, .checkboxes].contains(host.kind.name)
                {
                    continue
                }
                report.error(
                    "condition-on-same-page", at: location(of: question.id),
                    "'\(question.id)' waits for an answer on its own page",
                    remedy: "ask for one choice of one question of radios, checkboxes or yes-no, inside which it is "
                        + "then shown, or move it to a later step")
            }
        }
    }

    private func checkAnonymity(_ report: inout DiagnosticReport) {
        for question in definition.steps.flatMap(\.questions) where Self.identifies(question) {
            report.error(
                "identity-in-anonymous-form", at: location(of: question.id),
                "the form asks nobody who they are, and '\(question.id)' does",
                remedy: "take the question out, ask for a place with the kind 'location', or take 'identity: none' out")
        }
    }

    /// Whether an answer may tell who the citizen is: by its kind, by what browsers fill in, or by what the intake takes
    /// for the date of birth.
    private static func identifies(_ question: Question) -> Bool {
        if let text = question.kind.behaviour as? TextQuestion { return text.autocomplete ?? "off" != "off" }
        return question.kind.behaviour.identifies || question.id.rawValue == "date-of-birth"
    }

    /// Whoever lives with the person they report must be able to say how to be reached before saying where.
    private func checkSafeContact(_ report: inout DiagnosticReport) {
        /// Questions of safe contact before the one that is looked at, and whether each is always asked.
        var before: [QuestionID: Bool] = [:]
        for step in definition.steps {
            for question in step.questions {
                if question.kind.name == .safeContact {
                    before[question.id] = step.when == nil && question.when == nil && !question.optional
                }
                guard Self.isContactDetail(question) else { continue }
                let asked = Self.answered(step.when).union(Self.answered(question.when))
                let isSafe = before.contains { id, isAlways in isAlways || asked.contains(id) }
                guard !isSafe else { continue }
                report.error(
                    "contact-before-safe-contact", at: location(of: question.id),
                    "the form is sensitive, and '\(question.id)' comes before it is asked how contact is safe",
                    remedy: "put 'use: safe-contact', or a question of the kind 'safe-contact', before it")
            }
        }
    }

    /// The questions that have been answered wherever a condition holds.
    private static func answered(_ condition: Condition?) -> Set<QuestionID> {
        (condition?.terms ?? []).reduce(into: []) { answered, term in
            if case .answer(let question, _) = term { answered.insert(question) }
        }
    }

    /// Whether an answer is a way to reach the citizen.
    private static func isContactDetail(_ question: Question) -> Bool {
        switch question.kind.behaviour {
        case let email as EmailQuestion: email.autocomplete != "off"
        case let phone as PhoneQuestion: phone.autocomplete != "off"
        case let address as AddressQuestion: address.autocomplete != "off"
        default: false
        }
    }
}
