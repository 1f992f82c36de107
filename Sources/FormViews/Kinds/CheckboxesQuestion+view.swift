import Forms
import TemplateEngine

extension CheckboxesQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) { (.checkboxes, [:]) }
}
