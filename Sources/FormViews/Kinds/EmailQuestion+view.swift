import Forms
import TemplateEngine

extension EmailQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        context.input(type: "email", autocomplete: autocomplete ?? "email", width: "full")
    }
}
