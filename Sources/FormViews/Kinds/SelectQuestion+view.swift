import Forms
import TemplateEngine

extension SelectQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) { (.select, [:]) }
}
