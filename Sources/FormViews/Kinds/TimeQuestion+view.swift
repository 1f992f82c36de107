import Forms
import TemplateEngine

extension TimeQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        context.input(width: "short")
    }
}
