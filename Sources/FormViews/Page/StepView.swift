package import Forms
package import TemplateEngine

/// A step as the templates see it: the same for the static first step and for every step that the intake renders.
package struct StepView: Sendable {
    private let wording: FormWording
    private let digest: String
    private let step: Step
    private let today: CalendarDate

    /// The item of a step that repeats, and its number.
    package var item: (id: ItemID, number: Int)?
    /// What was typed so far.
    package var entry = StepEntry()
    /// What is known from the steps before, which decides what is asked here at all.
    package var earlier: KnownAnswers
    /// What is wrong with it.
    package var faults: [Fault] = []
    /// Something that is wrong with more than an answer.
    package var problem: Problem?
    /// Where "back" leads; nil for no such link.
    package var back: String?
    /// Whether the step is changed from the check page.
    package var isChanging = false
    /// The privacy notice of the form.
    package var privacy: String?
    /// Whether what was typed, and what differs from one showing to the next, is left open in a stencil.
    package var leavesGaps = false

    /// What differs from one showing to the next besides what was typed, by the names of its gaps.
    package enum Gap: String, CaseIterable {
        case action, back, title, privacy
    }

    /// What fills a gap; nil where there is nothing to fill it.
    package func text(for gap: Gap) -> String? {
        switch gap {
        case .action: action
        case .back: back
        case .title: wording.title(of: step, number: item?.number)
        case .privacy: privacy
        }
    }

    /// The questions that are not asked, because their answers are preset.
    package var presets: Set<QuestionID> { wording.definition.presetQuestions }

    private var action: String {
        FormURL(form: wording.definition.id, language: wording.language)
            .page(EntryPlace(step.id, item: item?.id), changing: isChanging)
    }

    private func value(of gap: Gap) -> TemplateValue {
        leavesGaps ? .gap(gap.rawValue) : .text(orNull: text(for: gap))
    }

    /// The questions that are shown: two showings of a step with the same ones differ in nothing but gaps.
    package func shown(in outline: StepOutline) -> [QuestionID] { outline.shown(after: earlier, today: today) }

    /// - Parameter digest: The digest of the definition, which the form posts back.
    package init(_ step: Step, wording: FormWording, digest: String, today: CalendarDate) {
        self.step = step
        self.wording = wording
        self.digest = digest
        self.today = today
        earlier = KnownAnswers()
        earlier.set(wording.definition.presets)
    }

    package var value: TemplateValue {
        let definition = wording.definition
        let button = definition.review ? "buttons.continue" : "buttons.send"
        let questions = QuestionViews(
            wording: wording, step: step, entry: entry, faults: faults, earlier: earlier, today: today,
            leavesGaps: leavesGaps)
        let hasFiles = step.questions.contains { $0.kind.name == .file }
        let members = wording.page(digest: digest, action: value(of: .action), back: value(of: .back))
        return TemplateValue.object(members).merging([
            "step": ["id": .text(step.id.rawValue), "title": value(of: .title)],
            "text": .paragraphs(step.text?[wording.language] ?? ""),
            "button": .text(wording.words(problem == nil ? button : "buttons.send-again")),
            "keeps": .flag(definition.review),
            "privacy": value(of: .privacy),
            "files": .flag(hasFiles),
            "errors": errors,
            "problem": wording.words.value(of: problem),
            "questions": questions.value,
        ])
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
        return .list(items, in: "items")
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
