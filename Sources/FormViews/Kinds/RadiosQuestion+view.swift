import Forms
import TemplateEngine

extension RadiosQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) { (.radios, [:]) }
}
