import Forms
import TemplateEngine

extension LocationQuestion: QuestionView {
    var showsErrorsByPart: Bool { true }

    /// Coordinates, which few people know, fold away unless something was typed into them.
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue) {
        let coordinates = Self.coordinates.map(\.part)
        let plain = context.fields(parts.filter { !coordinates.contains($0) }) { part in
            (part == "postcode" ? "short" : part == "place" ? "full" : "medium", "off", nil)
        }
        let more = context.fields(coordinates) { _ in ("short", "off", "decimal") }
        return (
            .fields,
            [
                "parts": plain,
                "more": [
                    [
                        "title": .text(context.words("form.coordinates")), "open": context.isFilled(coordinates),
                        "parts": more,
                    ]
                ],
            ]
        )
    }

    func nounKey(of part: String) -> String? { "parts.\(part)" }

    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        guard case .group(let group) = answer else { return [] }
        let named = Set(Self.railParts + Self.coordinates.map(\.part))
        return parts.compactMap { part in
            group[part].map { named.contains(part) ? "\(wording.words("parts.\(part)")): \($0)" : $0 }
        }
    }
}
