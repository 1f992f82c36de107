import CaseStore
import Forms

extension Person {
    /// The step in which a citizen tells who they are.
    private static let step = StepID(rawValue: "about-you")

    /// Who reports, as far as the answers tell; nil where they do not.
    init?(in journey: Journey) {
        guard let judged = journey.answered.first(where: { $0.step.id == Self.step }) else { return nil }
        self.init()
        var names: [String] = []
        for question in judged.step.questions {
            guard let answer = judged.answers[question.id] else { continue }
            let text = answer.texts.joined(separator: "\n")
            switch question.kind {
            case .name: names.append(text)
            case .email: email = email ?? text
            case .phone: phone = phone ?? text
            case .address:
                let lines = answer.texts(inOrderOf: question.kind.behaviour.parts)
                address = address ?? lines.joined(separator: "\n")
            case .date: born = born ?? text
            default: continue
            }
        }
        if !names.isEmpty { name = names.joined(separator: " ") }
        guard !isEmpty else { return nil }
    }
}

extension Journey {
    /// What was written rather than chosen, in the order of the form: what staff search in.
    var narrative: String {
        answered.flatMap { judged in
            judged.step.questions.flatMap { question in
                question.kind.choices == nil ? judged.answers[question.id]?.texts ?? [] : []
            }
        }.joined(separator: "\n")
    }
}

extension Answer {
    /// Everything that it says.
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let list): list
        case .group(let group): group.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    fileprivate func texts(inOrderOf parts: [String]) -> [String] {
        guard case .group(let group) = self else { return texts }
        return parts.compactMap { group[$0] }
    }
}
