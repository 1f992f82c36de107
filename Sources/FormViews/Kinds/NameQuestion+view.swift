import Forms
import TemplateEngine

extension NameQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        context.input(autocomplete: autocomplete, width: "medium")
    }
}
