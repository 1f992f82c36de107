import Forms
import TemplateEngine

/// The answers of a judged step as the templates show them: one row for each question that was asked.
struct AnswerRows {
    let wording: FormWording

    /// - Parameter change: Where the answers are changed.
    func value(of judged: JudgedStep, change: String) -> TemplateValue {
        var wording = wording
        for file in judged.entry.files.values.joined() {
            wording.fileNames[file.id] = "\(file.name) (\(FileSize.text(file.bytes)))"
        }
        return .list(
            judged.asked.map { question in
                let lines = judged.answers[question.id].map { wording.lines(of: $0, to: question) }
                return [
                    "label": .text(question.label[wording.language]),
                    "lines": .list((lines ?? [wording.words("not-answered")]).map { .text($0) }),
                    "change": .text(change),
                ]
            })
    }
}
