import Forms
import TemplateEngine

extension DeclarationQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        (.declaration, ["value": .text(Self.value), "checked": context.isChosen(Self.value)])
    }

    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        [wording.words("check.confirmed")]
    }
}
