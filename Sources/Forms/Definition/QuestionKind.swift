/// The shape that a question has: one of the small types below `Kinds`, each with its settings and its judging.
package struct QuestionKind: Sendable {
    package let behaviour: any QuestionBehaviour

    package init(_ behaviour: any QuestionBehaviour) {
        self.behaviour = behaviour
    }

    /// What authors write after `kind:`.
    package enum Name: String, Codable, Sendable, CaseIterable {
        case text, name, textarea, email, phone, number, money, date, time
        case dateRange = "date-range"
        case yesNo = "yes-no"
        case radios, checkboxes, select, address, location, registration, declaration
        case safeContact = "safe-contact"
        case file

        /// The type of that name.
        package var type: any QuestionBehaviour.Type {
            switch self {
            case .text: TextQuestion.self
            case .name: NameQuestion.self
            case .textarea: TextareaQuestion.self
            case .email: EmailQuestion.self
            case .phone: PhoneQuestion.self
            case .number: NumberQuestion.self
            case .money: MoneyQuestion.self
            case .date: DateQuestion.self
            case .time: TimeQuestion.self
            case .dateRange: DateRangeQuestion.self
            case .yesNo: YesNoQuestion.self
            case .radios: RadiosQuestion.self
            case .checkboxes: CheckboxesQuestion.self
            case .select: SelectQuestion.self
            case .address: AddressQuestion.self
            case .location: LocationQuestion.self
            case .registration: RegistrationQuestion.self
            case .declaration: DeclarationQuestion.self
            case .safeContact: SafeContactQuestion.self
            case .file: FileQuestion.self
            }
        }
    }

    package var name: Name { type(of: behaviour).name }

    init(named name: Name, from decoder: any Decoder) throws {
        behaviour = try name.type.init(from: decoder)
    }
}

extension QuestionKind: Hashable {
    package static func == (left: QuestionKind, right: QuestionKind) -> Bool {
        AnyHashable(left.behaviour) == AnyHashable(right.behaviour)
    }

    package func hash(into hasher: inout Hasher) { AnyHashable(behaviour).hash(into: &hasher) }
}
