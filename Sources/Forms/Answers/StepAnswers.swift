/// The judged answers of one step, as the case keeps them.
package enum StepAnswers: Sendable, Hashable {
    case once([QuestionID: Answer])
    /// Those of a repeating group, item by item.
    case repeated([[QuestionID: Answer]])

    /// The answers item by item; a step that is asked once is its own only item.
    package var items: [[QuestionID: Answer]] {
        switch self {
        case .once(let answers): [answers]
        case .repeated(let items): items
        }
    }

    /// The answer to a question of a step that is asked once.
    package subscript(question: QuestionID) -> Answer? {
        if case .once(let answers) = self { answers[question] } else { nil }
    }
}

extension StepAnswers: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (QuestionID, Answer)...) {
        self = .once(Dictionary(elements) { first, _ in first })
    }
}

extension StepAnswers: Codable {
    /// An object; for a repeating group, an array of objects.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let items = try? container.decode([[QuestionID: Answer]].self) {
            self = .repeated(items)
        } else {
            self = .once(try container.decode([QuestionID: Answer].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .once(let answers): try container.encode(answers)
        case .repeated(let items): try container.encode(items)
        }
    }
}
