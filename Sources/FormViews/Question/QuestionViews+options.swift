import Forms
import TemplateEngine

extension QuestionViews {
    /// The choices of a question. The first has the question's own id, so that the error summary leads to it.
    func options(of question: Question, chosen: Set<String>, nested: [QuestionID: [Question]]) -> TemplateValue {
        let values = question.kind.choices ?? []
        return .list(
            values.enumerated().map { index, value in
                let reveals = (nested[question.id] ?? []).filter { $0.when?.terms.first?.values == [value] }
                return [
                    "id": .text(index == 0 ? question.id.rawValue : "\(question.id).\(value)"),
                    "name": .text(question.id.rawValue),
                    "value": .text(value),
                    "label": .text(wording.label(of: value, in: question)),
                    "checked": .flag(chosen.contains(value)),
                    "reveals": .list(reveals.map { self.value(of: $0, nested: nested) }),
                ]
            })
    }
}
