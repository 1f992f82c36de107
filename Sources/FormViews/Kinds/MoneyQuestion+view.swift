import Forms
import TemplateEngine

extension MoneyQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        context.input(mode: "decimal", width: "short", prefix: "£")
    }

    /// `£1,250.50`, and `£1,250` where there are no pence.
    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        guard case .text(let text) = answer, let amount = Hundredths(text) else { return [] }
        let pounds = (amount.count / 100).grouped
        return [amount.count % 100 == 0 ? "£\(pounds)" : "£\(pounds).\(text.suffix(2))"]
    }
}
