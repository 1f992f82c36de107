import Diagnostics
import Forms

/// Questions that several forms share: `questions/<name>.yml`, one step or several.
struct QuestionSet {
    /// A step as it was written. It is read anew for each form, with the changes that the form makes.
    struct WrittenStep {
        let mapping: YAMLMapping
        let questions: [YAMLMapping]
    }

    let name: String
    /// Empty where the set has a fault, which has been reported: forms pass over it.
    private(set) var steps: [WrittenStep] = []
    /// The Welsh words by the ids of steps and questions; nil where there are none.
    private(set) var words: YAMLMapping?
    /// Whether somebody has written them; their faults have been reported.
    private(set) var hasTwin = false
    /// Whether a translator has reviewed them.
    private(set) var isReviewed = false
    private var source: FormSource

    init?(_ value: YAMLValue, name: String, _ report: inout DiagnosticReport) {
        guard let mapping = value.mapping(&report), let code = LetterCode(rawValue: "SET"),
            let form = FormID(rawValue: "set")
        else { return nil }
        self.name = name
        let definition = FormDefinition(
            id: form, code: code, title: LocalizedText(""), next: LocalizedText(""), steps: [])
        source = FormSource(definition: definition, location: value.location)
        var own = DiagnosticReport()
        let written =
            mapping["steps"] == nil
            ? [Self.single(mapping, named: name, at: value, &own)].compactMap { $0 }
            : Self.several(mapping, &own)
        var reader = StepReader(source: source)
        for step in written { _ = reader.read(step.mapping, questions: step.questions, &own) }
        source = reader.source
        FormCheck(source: source).run(&own)
        if !own.hasErrors { steps = written }
        report.merge(own)
    }

    /// A set that is one step, called like the set.
    private static func single(
        _ mapping: YAMLMapping, named name: String, at value: YAMLValue, _ report: inout DiagnosticReport
    ) -> WrittenStep? {
        mapping.reportUnknown(besides: ["title", "text", "questions"], &report)
        let questions = mapping.required("questions", &report)?.list(&report) ?? []
        let id = YAMLValue(text: name, beside: value)
        let named = YAMLMapping(
            location: value.location, entries: [.init(key: "id", location: value.location, value: id)])
        return WrittenStep(
            mapping: mapping.overlaid(by: named), questions: questions.compactMap { $0.mapping(&report) })
    }

    private static func several(_ mapping: YAMLMapping, _ report: inout DiagnosticReport) -> [WrittenStep] {
        mapping.reportUnknown(besides: ["steps"], &report)
        return (mapping["steps"]?.list(&report) ?? []).compactMap { item in
            guard let step = item.mapping(keys: StepReader.keys, &report) else { return nil }
            let questions = step.required("questions", &report)?.list(&report) ?? []
            return WrittenStep(mapping: step, questions: questions.compactMap { $0.mapping(&report) })
        }
    }

    /// Takes the Welsh words of `questions/<name>.cy.yml`.
    mutating func translate(
        _ value: YAMLValue, of english: SourceFolder.File, _ report: inout DiagnosticReport
    ) {
        hasTwin = true
        let isSingle = steps.count == 1 && steps[0].mapping["id"]?.scalar == name
        let stepKeys = isSingle ? ["title", "text"] : []
        guard let mapping = value.mapping(keys: stepKeys + ["source", "reviewed", "words"], &report) else { return }
        isReviewed = mapping.day("reviewed", &report) != nil
        TranslationStamp.check(mapping, of: english, as: .questionSet, &report)
        guard let words = mapping.required("words", &report)?.mapping(&report) else { return }
        // The words of the one step stand at the top, as they do in English.
        let step = YAMLMapping(
            location: mapping.location, entries: mapping.entries.filter { stepKeys.contains($0.key) })
        var translation = FormTranslation(words: words, step: isSingle ? step : nil)
        var own = DiagnosticReport()
        translation.apply(to: &source, sets: [:], &own)
        if !own.hasErrors { self.words = translation.words(with: name) }
        report.merge(own)
    }
}
