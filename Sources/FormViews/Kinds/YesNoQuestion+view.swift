import Forms
import TemplateEngine

extension YesNoQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) { (.radios, [:]) }

    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        if case .text(let value) = answer { [wording.label(of: value, in: question)] } else { [] }
    }
}
