import Forms
import TemplateEngine

extension TextareaQuestion: QuestionView {
    /// The longest answer that four lines are enough for, in characters.
    private static let short = 500

    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        (
            .textarea,
            ["value": context.value, "rows": .text(limit <= Self.short ? "4" : "8"), "limit": .text(limit.grouped)]
        )
    }
}
