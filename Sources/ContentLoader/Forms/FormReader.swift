import Diagnostics
import Forms

/// Reads the `form:` of a page.
struct FormReader {
    static let keys = ["code", "identity", "sensitive", "review", "next", "preset", "steps", "clock"]

    /// The question sets that `use:` may name.
    let sets: [String: QuestionSet]

    func read(
        _ value: YAMLValue, id: FormID, title: String, _ report: inout DiagnosticReport
    ) -> FormSource? {
        guard let mapping = value.mapping(keys: Self.keys, &report) else { return nil }
        let code = mapping.parsed("code", as: "three capital letters", &report) { LetterCode(rawValue: $0) }
        let next = mapping.requiredText("next", &report)
        let identity = identity(mapping, &report)
        let review = mapping.flag("review", default: true, &report)
        let isSensitive = mapping.flag("sensitive", default: false, &report)
        // A form without a code is read on, so that its other faults are told in the same run.
        guard let anyCode = code ?? LetterCode(rawValue: "XXX") else { return nil }
        var definition = FormDefinition(
            id: id, code: anyCode, title: LocalizedText(title), identity: identity, review: review,
            next: LocalizedText(next ?? ""), steps: [])
        definition.sensitive = isSensitive ? true : nil
        var reader = StepReader(source: FormSource(definition: definition, location: value.location))
        for step in mapping.required("steps", &report)?.list(&report) ?? [] {
            readStep(step, with: &reader, &report)
        }
        var source = reader.source
        source.definition.preset = preset(mapping["preset"], reader.scope, &report)
        source.definition.clocks = ClockReader.read(mapping["clock"], of: source, &report)
        check(source, review: mapping["review"]?.location, &report)
        return code == nil || next == nil ? nil : source
    }

    private func identity(_ mapping: YAMLMapping, _ report: inout DiagnosticReport) -> FormDefinition.Identity {
        guard let value = mapping["identity"], let text = value.text(&report) else { return .asked }
        if let identity = FormDefinition.Identity(rawValue: text) { return identity }
        report.error(
            "malformed", at: value.location, "'\(text)' is not a way to treat identity",
            remedy: "known here: asked, none")
        return .asked
    }

    private func readStep(_ value: YAMLValue, with reader: inout StepReader, _ report: inout DiagnosticReport) {
        guard let shape = value.mapping(&report) else { return }
        if let use = shape["use"] {
            SharedSteps(sets: sets).read(shape, use: use, with: &reader, &report)
        } else {
            shape.reportUnknown(besides: StepReader.keys + ["use"], &report)
            let questions = shape.required("questions", &report)?.list(&report) ?? []
            _ = reader.read(shape, questions: questions.compactMap { $0.mapping(&report) }, &report)
        }
    }

    /// Reads `{ question: value }`: answers that are known without asking.
    private func preset(
        _ value: YAMLValue?, _ scope: QuestionScope, _ report: inout DiagnosticReport
    ) -> [QuestionID: String]? {
        guard let value else { return nil }
        var preset: [QuestionID: String] = [:]
        for entry in value.mapping(&report)?.entries ?? [] {
            guard let id = QuestionID(rawValue: entry.key), let question = scope.questions[id] else {
                guard !scope.isPartial else { continue }
                report.error(
                    "unknown-question", at: entry.location, "the form has no question '\(entry.key)'",
                    remedy: Suggestion.remedy(for: entry.key, among: scope.questions.keys.map(\.rawValue)))
                continue
            }
            guard [.radios, .select, .yesNo].contains(question.kind.name) else {
                report.error(
                    "not-a-choice", at: entry.location, "'\(id)' is not a choice of one",
                    remedy: "preset a question of the kind radios, select or yes-no")
                continue
            }
            guard let text = entry.value.text(&report) else { continue }
            if question.kind.behaviour.choices?.contains(text) == true {
                preset[id] = text
            } else {
                report.error(
                    "unknown-choice", at: entry.value.location, "'\(id)' has no choice '\(text)'",
                    remedy: Suggestion.remedy(for: text, among: question.kind.behaviour.choices ?? []))
            }
        }
        return preset
    }

    private func check(_ source: FormSource, review: SourceLocation?, _ report: inout DiagnosticReport) {
        let steps = source.definition.steps
        if steps.isEmpty {
            report.error("no-steps", at: source.location, "the form has no step that can be asked")
        }
        if !source.definition.review {
            let at = review ?? source.location
            if steps.count > 1 {
                report.error(
                    "review-needed", at: at, "a form of several steps cannot do without review",
                    remedy: "take 'review: no' out, or ask everything in one step")
            } else if steps.contains(where: { $0.questions.contains { $0.kind.name == .file } }) {
                report.error(
                    "review-needed", at: at, "a form that takes files cannot do without review",
                    remedy: "take 'review: no' out: files are kept in a draft until the report is sent")
            }
        }
        if let first = steps.first {
            let at = source.stepLocations[first.id] ?? source.location
            if first.when != nil {
                report.error(
                    "conditional-first-step", at: at, "the first step is always asked", remedy: "take its 'when' out")
            }
            let preset = source.definition.presetQuestions
            if !first.questions.isEmpty, first.questions.allSatisfy({ preset.contains($0.id) }) {
                report.error(
                    "nothing-asked-first", at: at, "the first step has nothing left to ask",
                    remedy: "put a step before it that asks something, or take its preset out")
            }
            if first.repeats != nil {
                report.error(
                    "repeating-first-step", at: at, "the first step stands on its page, and is asked once",
                    remedy: "put a step before it")
            }
        }
        FormCheck(source: source).run(&report)
    }
}
