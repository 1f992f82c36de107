import Forms
import TemplateEngine

extension DeclarationQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        (.declaration, ["value": .text(Self.value), "checked": .flag(context.typed.value == Self.value)])
    }

    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        [wording.words("check.confirmed")]
    }
}
