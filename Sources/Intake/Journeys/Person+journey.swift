import CaseStore
import Forms

extension Person {
    /// Who reports, as far as the answers tell; nil where they do not. Whatever browsers fill in for the citizen is the
    /// citizen's own: a question about somebody else turns that off.
    init?(in journey: Journey) {
        self.init()
        var names: [String] = []
        for judged in journey.answered where judged.item == nil {
            for question in judged.step.questions {
                guard let answer = judged.answers[question.id] else { continue }
                let text = answer.texts.joined(separator: "\n")
                switch question.kind.behaviour {
                case let name as NameQuestion where Self.isOwn(name.autocomplete ?? "off"): names.append(text)
                case let own as EmailQuestion where Self.isOwn(own.autocomplete): email = email ?? text
                case let own as PhoneQuestion where Self.isOwn(own.autocomplete):
                    if case .group(let parts) = answer { phone = phone ?? parts[PhoneQuestion.typedPart] }
                case let own as AddressQuestion where Self.isOwn(own.autocomplete):
                    address = address ?? answer.texts(inOrderOf: own.parts).joined(separator: "\n")
                case is DateQuestion where question.id == Self.birth: born = born ?? text
                default: continue
                }
            }
        }
        if !names.isEmpty { name = names.joined(separator: " ") }
        guard !isEmpty else { return nil }
    }

    /// The question that shared question sets ask for the citizen's own date of birth.
    private static let birth = QuestionID(rawValue: "date-of-birth")

    private static func isOwn(_ autocomplete: String?) -> Bool { autocomplete != "off" }
}

extension Journey {
    /// What was written rather than chosen, in the order of the form: what staff search in.
    var narrative: String {
        answered.flatMap { judged in
            judged.asked.flatMap { question -> [String] in
                guard question.kind.behaviour.choices == nil, question.kind.name != .file else { return [] }
                return judged.answers[question.id]?.texts ?? []
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
