import Diagnostics
import Forms

/// The Welsh words of a form or a question set, keyed by the ids of its steps and questions.
struct FormTranslation {
    private let words: YAMLMapping
    private var used: Set<String> = []

    init(_ words: YAMLMapping) {
        self.words = words
    }

    /// Gives a form its Welsh words. Reports every word that is missing, and every key that belongs to nothing.
    static func apply(
        _ value: YAMLValue, title: String, to source: inout FormSource, _ report: inout DiagnosticReport
    ) {
        guard let words = value.mapping(&report) else { return }
        var translation = FormTranslation(words)
        translation.used.insert("next")
        source.definition.title.cy = title
        source.definition.next.cy = words.requiredText("next", &report)
        for index in source.definition.steps.indices {
            let step = source.definition.steps[index]
            if !source.sharedSteps.contains(step.id) {
                translation.apply(to: &source.definition.steps[index], &report)
            } else if step.title.cy == nil {
                report.error(
                    "missing-translation", at: value.location, "the question set '\(step.id)' has no Welsh words",
                    remedy: "add questions/\(step.id).cy.yml")
            }
        }
        translation.reportUnused(&report)
    }

    private mutating func apply(to step: inout Step, _ report: inout DiagnosticReport) {
        used.insert(step.id.rawValue)
        if let own = entry(step.id.rawValue, keys: ["title"], &report) {
            step.title.cy = own.requiredText("title", &report)
        }
        for index in step.questions.indices { apply(to: &step.questions[index], &report) }
    }

    mutating func apply(to question: inout Question, _ report: inout DiagnosticReport) {
        used.insert(question.id.rawValue)
        var keys = ["label"]
        if question.hint != nil { keys.append("hint") }
        if question.noun != nil { keys.append("noun") }
        let options: [Choice] =
            switch question.kind {
            case .radios(let radios): radios.options
            case .checkboxes(let checkboxes): checkboxes.options
            default: []
            }
        if !options.isEmpty { keys.append("options") }
        guard let own = entry(question.id.rawValue, keys: keys, &report) else { return }
        question.label.cy = own.requiredText("label", &report)
        if question.hint != nil { question.hint?.cy = own.requiredText("hint", &report) }
        if question.noun != nil { question.noun?.cy = own.requiredText("noun", &report) }
        guard !options.isEmpty, let value = own.required("options", &report),
            let labels = value.mapping(keys: options.map(\.value), &report)
        else { return }
        let translated = options.map { option in
            Choice(
                value: option.value,
                label: LocalizedText(option.label.en, cy: labels.requiredText(option.value, &report)))
        }
        switch question.kind {
        case .radios: question.kind = .radios(RadiosQuestion(options: translated))
        case .checkboxes: question.kind = .checkboxes(CheckboxesQuestion(options: translated))
        default: break
        }
    }

    private func entry(_ id: String, keys: [String], _ report: inout DiagnosticReport) -> YAMLMapping? {
        guard let value = words[id] else {
            report.error(
                "missing-translation", at: words.location, "the Welsh words of '\(id)' are missing",
                remedy: "add '\(id):' with \(keys.joined(separator: ", "))")
            return nil
        }
        return value.mapping(keys: keys, &report)
    }

    func reportUnused(_ report: inout DiagnosticReport) {
        for entry in words.entries where !used.contains(entry.key) {
            report.error(
                "unknown-key", at: entry.location, "the form has no step or question '\(entry.key)'",
                remedy: Suggestion.remedy(for: entry.key, among: used.sorted()))
        }
    }
}
