import Forms
import TemplateEngine

extension PhoneQuestion: QuestionView {
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        context.input(type: "tel", autocomplete: autocomplete ?? "tel", width: "medium")
    }

    /// As it was typed: older answers are nothing else.
    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        switch answer {
        case .text(let text): [text]
        case .group(let group): group[Self.typedPart].map { [$0] } ?? []
        case .list(let list): list
        }
    }
}
