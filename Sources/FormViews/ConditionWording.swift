import Forms

/// Conditions in words: “Did you see who did it?” is “Yes”, and …
struct ConditionWording {
    let wording: FormWording
    /// Questions by their ids.
    private let questions: [QuestionID: Question]
    private let presets: [QuestionID: String]

    private var words: Words { wording.words }

    init(_ wording: FormWording) {
        self.wording = wording
        let all = wording.definition.steps.flatMap(\.questions).map { ($0.id, $0) }
        questions = Dictionary(all) { first, _ in first }
        presets = wording.definition.preset ?? [:]
    }

    /// Nil for a condition that holds whatever is answered here, such as one on a preset answer.
    func text(_ condition: Condition?) -> String? {
        let parts = (condition?.terms ?? []).compactMap(text)
        guard let last = parts.last else { return nil }
        return parts.dropLast().reversed().reduce(last) { words("conditions.all", ["first": $1, "second": $0]) }
    }

    private func text(_ term: Condition.Term) -> String? {
        switch term {
        case .answer(let id, let comparison):
            guard presets[id] == nil, let question = questions[id] else { return nil }
            return text(comparison, of: question)
        case .any(let conditions):
            let parts = conditions.compactMap(text)
            guard parts.count == conditions.count, let last = parts.last else { return nil }
            return parts.dropLast().reversed().reduce(last) { words("conditions.any", ["first": $1, "second": $0]) }
        case .not(let condition):
            return text(condition).map { words("conditions.not", ["what": $0]) }
        }
    }

    private func text(_ comparison: Comparison, of question: Question) -> String {
        let label = question.label[wording.language]
        switch comparison {
        case .answered: return words("conditions.answered", ["question": label])
        case .contains(let text): return words("conditions.contains", ["question": label, "value": text])
        case .oneOf(let values):
            let names = values.map { "“\(wording.label(of: $0, in: question))”" }
            let value = names.joined(separator: " \(words("or")) ")
            return words("conditions.is", ["question": label, "value": value])
        case .number(let relation, let bound):
            return words("conditions.number.\(relation.rawValue)", ["question": label, "value": bound.description])
        case .day(let relation, let day):
            return words("conditions.day.\(relation.rawValue)", ["question": label, "value": text(day)])
        }
    }

    private func text(_ day: DayExpression) -> String {
        guard let (count, unit) = day.distance else {
            return words.date(day.day(today: .distantPast))
        }
        guard count != 0 else { return words("conditions.today") }
        return words.plural("conditions.\(count < 0 ? "before" : "after").\(unit.rawValue)", Int(count.magnitude))
    }
}
