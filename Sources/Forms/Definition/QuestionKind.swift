/// The shapes that a question can have. Each is a small type of its own with its settings and its judging.
package enum QuestionKind: Sendable, Hashable {
    case text(TextQuestion)
    case name(NameQuestion)
    case textarea(TextareaQuestion)
    case email(EmailQuestion)
    case phone(PhoneQuestion)
    case yesNo(YesNoQuestion)
    case radios(RadiosQuestion)
    case checkboxes(CheckboxesQuestion)
    case date(DateQuestion)
    case address(AddressQuestion)

    /// What authors write after `kind:`.
    package enum Name: String, Codable, Sendable, CaseIterable {
        case text, name, textarea, email, phone
        case yesNo = "yes-no"
        case radios, checkboxes, date, address
    }

    package var name: Name {
        switch self {
        case .text: .text
        case .name: .name
        case .textarea: .textarea
        case .email: .email
        case .phone: .phone
        case .yesNo: .yesNo
        case .radios: .radios
        case .checkboxes: .checkboxes
        case .date: .date
        case .address: .address
        }
    }

    package var behaviour: any QuestionBehaviour {
        switch self {
        case .text(let question): question
        case .name(let question): question
        case .textarea(let question): question
        case .email(let question): question
        case .phone(let question): question
        case .yesNo(let question): question
        case .radios(let question): question
        case .checkboxes(let question): question
        case .date(let question): question
        case .address(let question): question
        }
    }

    init(named name: Name, from decoder: any Decoder) throws {
        self =
            switch name {
            case .text: .text(try TextQuestion(from: decoder))
            case .name: .name(try NameQuestion(from: decoder))
            case .textarea: .textarea(try TextareaQuestion(from: decoder))
            case .email: .email(try EmailQuestion(from: decoder))
            case .phone: .phone(try PhoneQuestion(from: decoder))
            case .yesNo: .yesNo(try YesNoQuestion(from: decoder))
            case .radios: .radios(try RadiosQuestion(from: decoder))
            case .checkboxes: .checkboxes(try CheckboxesQuestion(from: decoder))
            case .date: .date(try DateQuestion(from: decoder))
            case .address: .address(try AddressQuestion(from: decoder))
            }
    }

    /// The choices that an answer is made from; nil where the citizen writes the answer.
    package var choices: [String]? {
        switch self {
        case .yesNo: YesNoQuestion.values
        case .radios(let question): question.options.map(\.value)
        case .checkboxes(let question): question.options.map(\.value)
        default: nil
        }
    }
}

/// One choice of a question with radios or checkboxes.
package struct Choice: Codable, Sendable, Hashable {
    package var value: String
    package var label: LocalizedText

    package init(value: String, label: LocalizedText) {
        self.value = value
        self.label = label
    }
}
