import Diagnostics
import Forms

/// Reads the `form:` of a page.
struct FormReader {
    static let keys = ["code", "identity", "review", "next", "steps", "clocks"]
    private static let stepKeys = ["id", "title", "when", "questions", "exits"]

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
        // A form without a code is read on, so that its other faults are told in the same run.
        guard let anyCode = code ?? LetterCode(rawValue: "XXX") else { return nil }
        let definition = FormDefinition(
            id: id, code: anyCode, title: LocalizedText(title), identity: identity, review: review,
            next: LocalizedText(next ?? ""), steps: [])
        var source = FormSource(definition: definition, location: value.location)
        var scope = QuestionScope()
        for step in mapping.required("steps", &report)?.list(&report) ?? [] {
            readStep(step, into: &source, &scope, &report)
        }
        source.definition.clocks = ClockReader.read(mapping["clocks"], of: source, &report)
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

    private func readStep(
        _ value: YAMLValue, into source: inout FormSource, _ scope: inout QuestionScope,
        _ report: inout DiagnosticReport
    ) {
        guard let shape = value.mapping(&report) else { return }
        let step =
            shape["use"] == nil
            ? ownStep(value, &source, &scope, &report) : sharedStep(value, &source, &scope, &report)
        guard let step else { return }
        if Step.reservedIDs.contains(step.id.rawValue) {
            report.error(
                "reserved-id", at: value.location, "a step cannot be called '\(step.id)'",
                remedy: "the addresses of the form use that name")
        }
        scope.take(step.id.rawValue, at: value.location, &report)
        source.stepLocations[step.id] = value.location
        source.definition.steps.append(step)
    }

    private func ownStep(
        _ value: YAMLValue, _ source: inout FormSource, _ scope: inout QuestionScope, _ report: inout DiagnosticReport
    ) -> Step? {
        guard let mapping = value.mapping(keys: Self.stepKeys + ["use"], &report) else { return nil }
        let id = mapping.parsed("id", as: "an id", remedy: idRemedy, &report) { StepID(rawValue: $0) }
        let title = mapping.requiredText("title", &report)
        let when = mapping["when"].flatMap { scope.condition($0, &report) }
        var questions: [Question] = []
        for item in mapping.required("questions", &report)?.list(&report) ?? [] {
            guard let question = QuestionReader.read(item, in: &scope, &report) else { continue }
            questions.append(question)
            source.questionLocations[question.id] = item.location
        }
        let exits = readExits(mapping["exits"], &source, scope, &report)
        guard let id, let title else { return nil }
        return Step(id: id, title: LocalizedText(title), when: when, questions: questions, exits: exits)
    }

    private func readExits(
        _ value: YAMLValue?, _ source: inout FormSource, _ scope: QuestionScope, _ report: inout DiagnosticReport
    ) -> [Exit] {
        (value?.list(&report) ?? []).compactMap { item -> Exit? in
            guard let mapping = item.mapping(keys: ["when", "to"], &report) else { return nil }
            let when = mapping.required("when", &report).flatMap { scope.condition($0, &report) }
            let to = mapping.parsed("to", as: "the path of a page", &report) { PagePath($0) }
            guard let when, let to else { return nil }
            source.exits.append(LocatedPath(path: to, location: mapping["to"]?.location ?? item.location))
            return Exit(when: when, to: to)
        }
    }

    private func sharedStep(
        _ value: YAMLValue, _ source: inout FormSource, _ scope: inout QuestionScope, _ report: inout DiagnosticReport
    ) -> Step? {
        guard let mapping = value.mapping(keys: ["use", "when"], &report), let use = mapping["use"],
            let name = use.text(&report)
        else { return nil }
        guard let set = sets[name], let id = StepID(rawValue: name) else {
            report.error(
                "unknown-question-set", at: use.location, "unknown question set '\(name)'",
                remedy: Suggestion.remedy(for: name, among: sets.keys))
            return nil
        }
        let when = mapping["when"].flatMap { scope.condition($0, &report) }
        source.sharedSteps.insert(id)
        for question in set.questions {
            scope.take(question, at: set.locations[question.id] ?? use.location, &report)
            source.questionLocations[question.id] = set.locations[question.id]
        }
        return Step(id: id, title: set.title, when: when, questions: set.questions)
    }

    private func check(_ source: FormSource, review: SourceLocation?, _ report: inout DiagnosticReport) {
        let steps = source.definition.steps
        if steps.isEmpty {
            report.error("no-steps", at: source.location, "the form has no step that can be asked")
        }
        if !source.definition.review, steps.count > 1 {
            report.error(
                "review-needed", at: review ?? source.location, "a form of several steps cannot do without review",
                remedy: "take 'review: no' out, or ask everything in one step")
        }
        if let first = steps.first, first.when != nil {
            report.error(
                "conditional-first-step", at: source.stepLocations[first.id] ?? source.location,
                "the first step is always asked", remedy: "take its 'when' out")
        }
        ReachabilityCheck.run(on: source, &report)
    }
}

let idRemedy = "an id is made of lower-case letters, digits and hyphens, and begins with a letter"
