import Diagnostics
import Forms

/// Questions that several forms share: `questions/<name>.yml`.
struct QuestionSet {
    var title: LocalizedText
    var questions: [Question]
    let locations: [QuestionID: SourceLocation]

    init?(_ value: YAMLValue, _ report: inout DiagnosticReport) {
        guard let mapping = value.mapping(keys: ["title", "questions"], &report),
            let title = mapping.requiredText("title", &report)
        else { return nil }
        var scope = QuestionScope()
        var questions: [Question] = []
        var locations: [QuestionID: SourceLocation] = [:]
        for item in mapping.required("questions", &report)?.list(&report) ?? [] {
            guard let question = QuestionReader.read(item, in: &scope, &report) else { continue }
            questions.append(question)
            locations[question.id] = item.location
        }
        self.title = LocalizedText(title)
        self.questions = questions
        self.locations = locations
    }

    /// Takes the Welsh words of `questions/<name>.cy.yml`.
    mutating func translate(
        _ value: YAMLValue, of english: SourceFolder.File, _ report: inout DiagnosticReport
    ) {
        guard let mapping = value.mapping(keys: ["title", "source", "words"], &report) else { return }
        TranslationStamp.check(mapping, of: english, as: .questionSet, &report)
        title.cy = mapping.requiredText("title", &report)
        guard let words = mapping.required("words", &report)?.mapping(&report) else { return }
        var translation = FormTranslation(words)
        for index in questions.indices { translation.apply(to: &questions[index], &report) }
        translation.reportUnused(&report)
    }
}
