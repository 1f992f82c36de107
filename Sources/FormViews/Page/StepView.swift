package import Forms
package import TemplateEngine

/// A step as the templates see it: the same for the static first step and for every step that the intake renders.
package struct StepView: Sendable {
    private let wording: FormWording
    private let digest: String
    private let step: Step
    private let url: FormURL

    /// What was typed so far.
    package var entry = StepEntry()
    /// The answers of the steps before, which decide what is asked here at all.
    package var earlier: [QuestionID: Answer] = [:]
    /// What is wrong with it.
    package var faults: [Fault] = []
    /// Something that is wrong with more than an answer.
    package var problem: Problem?
    /// Where "back" leads; nil for no such link.
    package var back: String?
    /// Whether the step is changed from the check page.
    package var isChanging = false

    /// - Parameter digest: The digest of the definition, which the form posts back.
    package init(_ step: Step, wording: FormWording, digest: String) {
        self.step = step
        self.wording = wording
        self.digest = digest
        url = FormURL(form: wording.definition.id, language: wording.language)
    }

    package var value: TemplateValue {
        let definition = wording.definition
        let button = definition.review ? "buttons.continue" : "buttons.send"
        let questions = QuestionViews(wording: wording, entry: entry, faults: faults, earlier: earlier)
        return [
            "form": ["id": .text(definition.id.rawValue), "title": .text(definition.title[wording.language])],
            "step": ["id": .text(step.id.rawValue), "title": .text(step.title[wording.language])],
            "action": .text(url.step(step.id, changing: isChanging)),
            "definition": .text(digest),
            "back": .text(orNull: back),
            "button": .text(wording.words(problem == nil ? button : "buttons.send-again")),
            "keeps": .flag(definition.review),
            "errors": errors,
            "problem": wording.words.value(of: problem),
            "questions": questions.value(of: step),
        ]
    }

    private var errors: TemplateValue {
        guard !faults.isEmpty else { return .null }
        let items = faults.compactMap { fault -> TemplateValue? in
            guard let question = step.questions.first(where: { $0.id == fault.question }) else { return nil }
            let part = fault.finding.part ?? question.kind.behaviour.parts.first
            return [
                "target": .text(part.map { "\(question.id).\($0)" } ?? question.id.rawValue),
                "message": .text(wording.message(for: fault.finding, in: question)),
            ]
        }
        return ["items": .list(items)]
    }
}

extension Words {
    /// A problem as the templates see it: its title and its paragraphs.
    package func value(of problem: Problem?) -> TemplateValue {
        guard let problem else { return .null }
        return [
            "title": .text(self("problems.\(problem.rawValue).title")),
            "paragraphs": .paragraphs(self("problems.\(problem.rawValue).text")),
        ]
    }
}

extension TemplateValue {
    /// Plain text with blank lines between its paragraphs, as a list.
    package static func paragraphs(_ text: String) -> TemplateValue {
        let blocks = text.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }
        return .list(blocks.filter { !$0.isEmpty }.map { .text($0) })
    }
}
