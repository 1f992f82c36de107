import Forms

extension FuzzTarget {
    /// Whatever is typed into a question of any kind, and the names of places, items and days.
    static let answers = FuzzTarget("answers") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let item = ItemID(rawValue: text) { precondition(item.rawValue == text && text.utf8.count <= 11) }
        if let place = EntryPlace(rawValue: text) { precondition(place.rawValue == text) }
        if let day = DayExpression(rawValue: text) {
            precondition(DayExpression(rawValue: day.rawValue) == day, "a day does not read back")
        }
        if let number = Hundredths(text) {
            precondition(Hundredths(number.description) == number, "a number does not read back")
        }
        for name in QuestionKind.Name.allCases { check(kind(name), typing: text) }
    }

    private static let options = ["yes", "no", "unsure"].map { Choice(value: $0, label: LocalizedText($0)) }

    private static func kind(_ name: QuestionKind.Name) -> QuestionKind {
        let behaviour: any QuestionBehaviour =
            switch name {
            case .text: TextQuestion(limit: 20)
            case .name: NameQuestion()
            case .textarea: TextareaQuestion(limit: 100)
            case .email: EmailQuestion()
            case .phone: PhoneQuestion()
            case .number: NumberQuestion(min: -10, max: 1_000_000)
            case .money: MoneyQuestion(max: 1_000)
            case .date: DateQuestion(past: true, earliest: DayExpression(rawValue: "today - 18 years"))
            case .time: TimeQuestion()
            case .dateRange: DateRangeQuestion(past: true)
            case .yesNo: YesNoQuestion()
            case .radios: RadiosQuestion(options: options)
            case .checkboxes: CheckboxesQuestion(options: options, none: "no")
            case .select: SelectQuestion(options: options)
            case .address: AddressQuestion()
            case .location: LocationQuestion(rail: true)
            case .registration: RegistrationQuestion()
            case .declaration: DeclarationQuestion()
            case .safeContact: SafeContactQuestion()
            case .file: FileQuestion()
            }
        return QuestionKind(behaviour)
    }

    /// Judging ends, says the same twice, and finds faults in parts that the question has. The text is typed into each
    /// field, its lines one after the other.
    private static func check(_ kind: QuestionKind, typing text: String) {
        guard let id = QuestionID(rawValue: "q"), let today = CalendarDate(year: 2026, month: 11, day: 22) else {
            return
        }
        let question = Question(id: id, label: LocalizedText("Q"), kind: kind)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var fields: [String: [String]] = [:]
        for (index, name) in question.fieldNames.enumerated() { fields[name] = [lines[index % lines.count], text] }
        let typed = StepEntry(fields: fields).typed(for: question)
        let judgement = kind.behaviour.judge(typed, today: today)
        precondition(judgement == kind.behaviour.judge(typed, today: today), "judged in two ways")
        if case .faulty(let findings) = judgement {
            precondition(!findings.isEmpty, "a fault without a finding")
            for part in findings.compactMap(\.part) {
                precondition(kind.behaviour.parts.contains(part), "no such part")
            }
        }
    }
}
