import Forms
import TemplateEngine

extension NumberQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        context.input(mode: "numeric", width: "short")
    }

    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        if case .text(let text) = answer { [Int(text)?.grouped ?? text] } else { [] }
    }
}
