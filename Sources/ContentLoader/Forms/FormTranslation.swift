import Diagnostics
import Forms

/// The Welsh words of a form or a question set, keyed by the ids of its steps and questions.
struct FormTranslation {
    private let words: YAMLMapping
    /// The words of the only step, where they stand beside the others.
    private let step: YAMLMapping?
    private var used: Set<String> = []

    init(words: YAMLMapping, step: YAMLMapping? = nil) {
        self.words = words
        self.step = step
    }

    /// Gives a form its Welsh words. Reports every word that is missing, and every key that belongs to nothing.
    static func apply(
        _ value: YAMLValue, title: String, to source: inout FormSource, sets: [String: QuestionSet],
        _ report: inout DiagnosticReport
    ) {
        guard let words = value.mapping(&report) else { return }
        var translation = FormTranslation(words: words)
        source.definition.title.cy = title
        translation.used.insert("next")
        source.definition.next.cy = words.requiredText("next", &report)
        translation.applyClocks(to: &source.definition, &report)
        for name in source.questionSets
        where sets[name]?.words == nil && sets[name]?.hasTwin == false && sets[name]?.steps.isEmpty == false {
            report.error(
                "missing-translation", at: value.location, "the question set '\(name)' has no Welsh words",
                remedy: "add questions/\(name).cy.yml")
        }
        translation.apply(to: &source, sets: sets, &report)
    }

    /// Gives every step and question its words, and reports keys that belong to none.
    mutating func apply(
        to source: inout FormSource, sets: [String: QuestionSet], _ report: inout DiagnosticReport
    ) {
        for index in source.definition.steps.indices {
            apply(to: &source.definition.steps[index], source.shared, sets, &report)
        }
        for entry in words.entries where !used.contains(entry.key) {
            report.error(
                "unknown-key", at: entry.location, "the form has no step or question '\(entry.key)'",
                remedy: Suggestion.remedy(for: entry.key, among: used.sorted()))
        }
    }

    /// All words by id, also those of the only step.
    func words(with name: String) -> YAMLMapping {
        guard let step else { return words }
        return YAMLMapping(location: words.location, entries: words.entries, children: [name: step])
    }

    private mutating func apply(
        to step: inout Step, _ shared: [String: SharedWords], _ sets: [String: QuestionSet],
        _ report: inout DiagnosticReport
    ) {
        let keys = ["title"] + (step.text == nil ? [] : ["text"]) + (step.repeats == nil ? [] : ["item", "another"])
        let own = self.step ?? entry(step.id.rawValue, keys: keys, shared, sets, &report)
        if let own {
            step.title.cy = own.requiredText("title", &report)
            if step.text != nil { step.text?.cy = own.requiredText("text", &report) }
            if step.repeats != nil {
                step.repeats?.item.cy = own.requiredText("item", &report)
                step.repeats?.another.cy = own.requiredText("another", &report)
            }
        }
        for index in step.questions.indices { apply(to: &step.questions[index], shared, sets, &report) }
    }

    private mutating func apply(
        to question: inout Question, _ shared: [String: SharedWords], _ sets: [String: QuestionSet],
        _ report: inout DiagnosticReport
    ) {
        let options = question.kind.behaviour.options
        var keys = ["label"]
        if question.hint != nil { keys.append("hint") }
        if question.noun != nil { keys.append("noun") }
        if !options.isEmpty { keys.append("options") }
        if !question.advice.isEmpty { keys.append("advice") }
        guard let own = entry(question.id.rawValue, keys: keys, shared, sets, &report) else { return }
        question.label.cy = own.requiredText("label", &report)
        if question.hint != nil { question.hint?.cy = own.requiredText("hint", &report) }
        if question.noun != nil { question.noun?.cy = own.requiredText("noun", &report) }
        if !question.advice.isEmpty, let value = own.required("advice", &report),
            let advice = value.mapping(keys: question.advice.keys.sorted(), &report)
        {
            for key in question.advice.keys.sorted() { question.advice[key]?.cy = advice.requiredText(key, &report) }
        }
        guard !options.isEmpty, let value = own.required("options", &report),
            let labels = value.mapping(keys: options.map(\.value), &report)
        else { return }
        var behaviour = question.kind.behaviour
        behaviour.options = options.map { Self.translated($0, labels, &report) }
        question.kind = QuestionKind(behaviour)
    }

    private static func translated(
        _ option: Choice, _ labels: YAMLMapping, _ report: inout DiagnosticReport
    ) -> Choice {
        var option = option
        guard option.hint != nil else {
            option.label.cy = labels.requiredText(option.value, &report)
            return option
        }
        let words = labels.required(option.value, &report)?.mapping(keys: ["label", "hint"], &report)
        option.label.cy = words?.requiredText("label", &report)
        option.hint?.cy = words?.requiredText("hint", &report)
        return option
    }

    /// The words of a step or a question: its own; those of its question set; or both, where the form changes some.
    private mutating func entry(
        _ id: String, keys: [String], _ shared: [String: SharedWords], _ sets: [String: QuestionSet],
        _ report: inout DiagnosticReport
    ) -> YAMLMapping? {
        guard let origin = shared[id] else { return own(id, keys: keys, &report) }
        // A set without words has been told of.
        guard let words = sets[origin.set]?.words?.child(id) else { return nil }
        let changed = keys.filter(origin.changed.contains)
        guard !changed.isEmpty else { return words }
        return own(id, keys: changed, &report).map { words.overlaid(by: $0) }
    }

    private mutating func own(_ id: String, keys: [String], _ report: inout DiagnosticReport) -> YAMLMapping? {
        used.insert(id)
        guard let value = words[id] else {
            report.error(
                "missing-translation", at: words.location, "the Welsh words of '\(id)' are missing",
                remedy: "add '\(id):' with \(keys.joined(separator: ", "))")
            return nil
        }
        return value.mapping(keys: keys, &report)
    }

    /// The labels of the clocks: one map, or a list in the order of the English.
    private mutating func applyClocks(to definition: inout FormDefinition, _ report: inout DiagnosticReport) {
        used.insert("clock")
        guard let clocks = definition.clocks else { return }
        guard let value = words.required("clock", &report) else { return }
        let items = value.isMapping ? [value] : value.list(&report)
        guard items.count == clocks.count else {
            report.error("missing-translation", at: value.location, "the English form has \(clocks.count) clocks")
            return
        }
        for (index, item) in items.enumerated() {
            definition.clocks?[index].label.cy = item.mapping(keys: ["label"], &report)?.requiredText("label", &report)
        }
    }
}
