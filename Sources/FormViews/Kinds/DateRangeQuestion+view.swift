import Forms
import TemplateEngine

extension DateRangeQuestion: QuestionView {
    var showsErrorsByPart: Bool { true }

    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        let ends = Self.ends.map { end -> TemplateValue in
            let id = "\(context.question.id).\(end)"
            let finding = context.findings.first { $0.part?.hasPrefix("\(end)-") ?? false }
            return [
                "id": .text(id), "label": .text(context.words("parts.\(end)")), "parts": context.day(prefix: "\(end)-"),
                "error": .text(orNull: finding.map { context.wording.message(for: $0, in: context.question) }),
                "describedby": QuestionViews.describedBy(id, hint: false, error: finding != nil),
            ]
        }
        return (.range, ["ends": .list(ends)])
    }

    func nounKey(of part: String) -> String? { Self.ends.first { part.hasPrefix("\($0)-") }.map { "nouns.\($0)" } }

    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        guard case .group(let days) = answer else { return [] }
        let named = days.mapValues { CalendarDate(iso: $0).map { wording.words.date($0) } ?? $0 }
        return [wording.words("dates.between", named)]
    }
}
