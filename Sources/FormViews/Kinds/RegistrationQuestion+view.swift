import Forms
import TemplateEngine

extension RegistrationQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        context.input(autocomplete: "off", width: "short")
    }
}
