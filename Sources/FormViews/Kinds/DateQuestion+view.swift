import Forms
import TemplateEngine

extension DateQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        (.date, ["parts": context.day()])
    }

    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        guard case .text(let text) = answer else { return [] }
        return [CalendarDate(iso: text).map { wording.words.date($0) } ?? text]
    }
}
