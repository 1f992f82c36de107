import Forms
import TemplateEngine

extension YesNoQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) { (.radios, [:]) }
}
