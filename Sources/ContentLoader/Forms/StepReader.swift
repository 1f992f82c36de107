import Diagnostics
import Forms

/// Reads steps, those of a form and those of a question set alike.
struct StepReader {
    static let keys = ["id", "title", "text", "when", "questions", "exits", "repeat"]

    var source: FormSource
    var scope = QuestionScope()

    /// Reads a step whose keys are known.
    ///
    /// - Parameter questions: What was written for each question.
    mutating func read(
        _ mapping: YAMLMapping, questions: [YAMLMapping], _ report: inout DiagnosticReport
    ) -> Step? {
        let id = mapping.parsed("id", as: "an id", remedy: idRemedy, &report) { StepID(rawValue: $0) }
        let title = mapping.requiredText("title", &report)
        let text = mapping.text("text", &report)
        let when = mapping["when"].flatMap { scope.condition($0, &report) }
        var own: [Question] = []
        for mapping in questions {
            guard let question = QuestionReader.read(mapping, in: &scope, &report) else { continue }
            own.append(question)
            source.questionLocations[question.id] = mapping.location
        }
        let exits = exits(mapping["exits"], &report)
        let repeats = mapping["repeat"].flatMap { repetition($0, &report) }
        guard let id, let title else { return nil }
        if Step.reservedIDs.contains(id.rawValue) {
            report.error(
                "reserved-id", at: mapping.location, "a step cannot be called '\(id)'",
                remedy: "the addresses of the form use that name")
        }
        scope.take(id.rawValue, at: mapping.location, &report)
        source.stepLocations[id] = mapping.location
        let step = Step(
            id: id, title: LocalizedText(title), text: text.map { LocalizedText($0) }, when: when, questions: own,
            exits: exits, repeats: repeats)
        source.definition.steps.append(step)
        return step
    }

    private mutating func exits(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> [Exit] {
        var exits: [Exit] = []
        for item in value?.list(&report) ?? [] {
            guard let mapping = item.mapping(keys: ["when", "to"], &report) else { continue }
            let when = mapping.required("when", &report).flatMap { scope.condition($0, &report) }
            let to = mapping.parsed("to", as: "the path of a page", &report) { PagePath($0) }
            guard let when, let to else { continue }
            source.exits.append(LocatedPath(path: to, location: mapping["to"]?.location ?? item.location))
            exits.append(Exit(when: when, to: to))
        }
        return exits
    }

    private func repetition(_ value: YAMLValue, _ report: inout DiagnosticReport) -> Repetition? {
        guard let mapping = value.mapping(keys: ["min", "max", "item", "another"], &report) else { return nil }
        let min = mapping.number("min", default: 1, &report)
        let max = mapping.number("max", default: Repetition.limit, &report)
        let item = mapping.requiredText("item", &report)
        let another = mapping.requiredText("another", &report)
        guard min <= max, max <= Repetition.limit else {
            report.error(
                "malformed", at: value.location, "a group has from 1 to \(Repetition.limit) items, 'min' at most 'max'")
            return nil
        }
        guard let item, let another else { return nil }
        return Repetition(min: min, max: max, item: LocalizedText(item), another: LocalizedText(another))
    }
}

let idRemedy = "an id is made of lower-case letters, digits and hyphens, and begins with a letter"
