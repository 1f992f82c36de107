import Forms
import TemplateEngine

extension TextQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        let width = limit <= 20 ? "short" : limit <= 60 ? "medium" : "full"
        return context.input(autocomplete: autocomplete, width: width)
    }
}
