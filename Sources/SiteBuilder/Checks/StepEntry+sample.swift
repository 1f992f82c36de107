import Forms

extension StepEntry {
    /// Something to answer each question of a step with. Questions of choice take their last choice, which seldom
    /// leads out of a form.
    init(sampleFor step: Step, today: CalendarDate) {
        var fields: [String: [String]] = [:]
        for question in step.questions {
            let name = question.id.rawValue
            switch question.kind {
            case .text, .name, .textarea: fields[name] = ["A"]
            case .email: fields[name] = ["name@example.com"]
            case .phone: fields[name] = ["01632 960001"]
            case .yesNo, .radios, .checkboxes: fields[name] = question.kind.choices?.suffix(1)
            case .date:
                fields["\(name).day"] = ["\(today.day)"]
                fields["\(name).month"] = ["\(today.month)"]
                fields["\(name).year"] = ["\(today.year)"]
            case .address:
                fields["\(name).line1"] = ["1 High Street"]
                fields["\(name).town"] = ["Anytown"]
            }
        }
        self.init(fields: fields)
    }
}
