import Diagnostics
import Forms

/// Reads `use:`: the steps of a question set, with what a form changes in them.
struct SharedSteps {
    private static let keys = ["use", "without", "change"]
    /// What a form can say of a set that is one step.
    private static let keysOfOne = ["id", "title", "text", "when", "questions"]

    let sets: [String: QuestionSet]

    func read(
        _ mapping: YAMLMapping, use: YAMLValue, with reader: inout StepReader, _ report: inout DiagnosticReport
    ) {
        guard let name = use.text(&report) else { return }
        guard let set = sets[name] else {
            report.error(
                "unknown-question-set", at: use.location, "unknown question set '\(name)'",
                remedy: Suggestion.remedy(for: name, among: sets.keys))
            return
        }
        mapping.reportUnknown(besides: Self.keys + (set.steps.count == 1 ? Self.keysOfOne : []), &report)
        reader.source.questionSets.append(name)
        if set.steps.isEmpty { reader.scope.isPartial = true }
        let without = without(mapping["without"], of: set, &report)
        let changes = changes(mapping["change"], of: set, without: without, &report)
        for step in set.steps {
            guard let id = step.mapping["id"]?.scalar, !without.contains(id) else { continue }
            read(step, id: id, of: set, mapping, without: without, changes, with: &reader, &report)
        }
    }

    private func read(
        _ written: QuestionSet.WrittenStep, id: String, of set: QuestionSet, _ mapping: YAMLMapping,
        without: Set<String>, _ changes: [String: YAMLMapping], with reader: inout StepReader,
        _ report: inout DiagnosticReport
    ) {
        let own = mapping.entries.filter { ["id", "title", "text", "when"].contains($0.key) }
        let overlay = set.steps.count == 1 ? YAMLMapping(location: mapping.location, entries: own) : nil
        let whole = written.mapping.overlaid(by: overlay)
        var questions: [YAMLMapping] = []
        for question in written.questions {
            guard let name = question["id"]?.scalar, !without.contains(name) else { continue }
            questions.append(question.overlaid(by: changes[name]))
            let changed = Set(changes[name]?.entries.map(\.key) ?? [])
            reader.source.shared[name] = SharedWords(set: set.name, changed: changed)
        }
        if set.steps.count == 1 {
            let more = mapping["questions"]?.list(&report) ?? []
            questions += more.compactMap { $0.mapping(&report) }
        }
        // Faults of a shared step as a whole are told where the form asks for it.
        let placed = YAMLMapping(location: mapping.location, entries: whole.entries)
        guard let step = reader.read(placed, questions: questions, &report) else { return }
        // A step that the form calls something else has no words in the set.
        if step.id.rawValue == id {
            reader.source.shared[id] = SharedWords(set: set.name, changed: Set(own.map(\.key)))
        }
    }

    private func without(
        _ value: YAMLValue?, of set: QuestionSet, _ report: inout DiagnosticReport
    ) -> Set<String> {
        guard let value else { return [] }
        let known = set.steps.flatMap { [$0.mapping["id"]?.scalar] + $0.questions.map { $0["id"]?.scalar } }
        return Set(value.list(&report).compactMap { name($0, among: known.compactMap { $0 }, of: set, &report) })
    }

    private func changes(
        _ value: YAMLValue?, of set: QuestionSet, without: Set<String>, _ report: inout DiagnosticReport
    ) -> [String: YAMLMapping] {
        let known = set.steps.flatMap { $0.questions.compactMap { $0["id"]?.scalar } }.filter { !without.contains($0) }
        var changes: [String: YAMLMapping] = [:]
        for entry in value?.mapping(&report)?.entries ?? [] {
            guard known.contains(entry.key) else {
                tellUnknown(entry.key, at: entry.location, among: known, of: set, &report)
                continue
            }
            guard let change = entry.value.mapping(&report) else { continue }
            for fixed in ["id", "kind"] where change[fixed] != nil {
                report.error(
                    "fixed-key", at: change[fixed]?.location ?? entry.location, "a form cannot change '\(fixed)'",
                    remedy: "leave the question out with 'without', and write another")
            }
            changes[entry.key] = change
        }
        return changes
    }

    private func name(
        _ item: YAMLValue, among known: [String], of set: QuestionSet, _ report: inout DiagnosticReport
    ) -> String? {
        guard let text = item.text(&report) else { return nil }
        if known.contains(text) { return text }
        tellUnknown(text, at: item.location, among: known, of: set, &report)
        return nil
    }

    private func tellUnknown(
        _ name: String, at location: SourceLocation, among known: [String], of set: QuestionSet,
        _ report: inout DiagnosticReport
    ) {
        guard !set.steps.isEmpty else { return }
        report.error(
            "unknown-question", at: location, "the question set '\(set.name)' has no '\(name)'",
            remedy: Suggestion.remedy(for: name, among: known))
    }
}
