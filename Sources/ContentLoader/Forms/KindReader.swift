import Diagnostics
import Forms

/// Reads the settings that a kind of question has besides those of every question.
struct KindReader {
    let mapping: YAMLMapping

    /// The keys of those settings.
    static func keys(of name: QuestionKind.Name) -> [String] {
        switch name {
        case .text, .name: ["limit", "autocomplete"]
        case .textarea: ["limit"]
        case .email, .phone, .address: ["autocomplete"]
        case .number: ["min", "max"]
        case .money: ["max"]
        case .date: ["past", "future", "earliest", "latest"]
        case .dateRange: ["past"]
        case .radios, .select: ["options"]
        case .checkboxes: ["options", "none"]
        case .location: ["rail"]
        case .safeContact: ["channels"]
        case .file: ["accept", "size", "count"]
        case .time, .yesNo, .registration, .declaration: []
        }
    }

    func kind(_ name: QuestionKind.Name, _ report: inout DiagnosticReport) -> QuestionKind {
        QuestionKind(behaviour(name, &report))
    }

    private func behaviour(_ name: QuestionKind.Name, _ report: inout DiagnosticReport) -> any QuestionBehaviour {
        let autocomplete = mapping.text("autocomplete", &report)
        switch name {
        case .text:
            return TextQuestion(limit: limit(TextQuestion.defaultLimit, &report), autocomplete: autocomplete)
        case .name:
            return NameQuestion(limit: limit(NameQuestion.defaultLimit, &report), autocomplete: autocomplete)
        case .textarea: return TextareaQuestion(limit: limit(TextareaQuestion.defaultLimit, &report))
        case .email: return EmailQuestion(autocomplete: autocomplete)
        case .phone: return PhoneQuestion(autocomplete: autocomplete)
        case .number: return number(&report)
        case .money: return money(&report)
        case .date: return date(&report)
        case .time: return TimeQuestion()
        case .dateRange: return DateRangeQuestion(past: mapping.flag("past", default: false, &report))
        case .yesNo: return YesNoQuestion()
        case .radios: return RadiosQuestion(options: options(&report))
        case .select: return SelectQuestion(options: options(&report))
        case .checkboxes: return checkboxes(&report)
        case .address: return AddressQuestion(autocomplete: autocomplete)
        case .location: return LocationQuestion(rail: mapping.flag("rail", default: false, &report))
        case .registration: return RegistrationQuestion()
        case .declaration: return DeclarationQuestion()
        case .safeContact: return SafeContactQuestion(channels: channels(&report))
        case .file: return file(&report)
        }
    }

    private func limit(_ standard: Int, _ report: inout DiagnosticReport) -> Int {
        mapping.number("limit", default: standard, &report)
    }

    private func number(_ report: inout DiagnosticReport) -> NumberQuestion {
        let bound = { (key: String, standard: Int, report: inout DiagnosticReport) -> Int in
            guard mapping[key] != nil else { return standard }
            return mapping.parsed(key, as: "a whole number", &report) { Int($0) } ?? standard
        }
        let range = NumberQuestion.defaultRange
        let question = NumberQuestion(
            min: bound("min", range.lowerBound, &report), max: bound("max", range.upperBound, &report))
        if question.min > question.max {
            report.error("empty-range", at: mapping.location, "'min' is more than 'max': no number can be answered")
        }
        return question
    }

    private func money(_ report: inout DiagnosticReport) -> MoneyQuestion {
        let question = MoneyQuestion(max: mapping.number("max", default: MoneyQuestion.defaultMax, &report))
        guard question.max > MoneyQuestion.defaultMax, let value = mapping["max"] else { return question }
        report.error(
            "malformed", at: value.location, "an amount has at most \(MoneyQuestion.defaultMax.grouped) pounds")
        return MoneyQuestion()
    }

    private func date(_ report: inout DiagnosticReport) -> DateQuestion {
        let day = { (key: String, report: inout DiagnosticReport) -> DayExpression? in
            guard mapping[key] != nil else { return nil }
            return mapping.parsed(key, as: "a day", remedy: Self.dayRemedy, &report) { DayExpression(rawValue: $0) }
        }
        return DateQuestion(
            past: mapping.flag("past", default: false, &report),
            future: mapping.flag("future", default: false, &report), earliest: day("earliest", &report),
            latest: day("latest", &report))
    }

    static let dayRemedy = "write it as 2027-03-01, today, today + 6 days or today - 18 years"

    private func checkboxes(_ report: inout DiagnosticReport) -> CheckboxesQuestion {
        var question = CheckboxesQuestion(options: options(&report))
        guard let value = mapping["none"], let none = value.text(&report) else { return question }
        if question.options.contains(where: { $0.value == none }) {
            question.none = none
        } else {
            report.error(
                "unknown-choice", at: value.location, "there is no option '\(none)'",
                remedy: Suggestion.remedy(for: none, among: question.options.map(\.value)))
        }
        return question
    }

    private func options(_ report: inout DiagnosticReport) -> [Choice] {
        guard let value = mapping.required("options", &report), let options = value.mapping(&report) else { return [] }
        return options.entries.compactMap { entry in
            guard QuestionID(rawValue: entry.key) != nil else {
                report.error("malformed", at: entry.location, "'\(entry.key)' is not an id", remedy: idRemedy)
                return nil
            }
            guard entry.value.isMapping else {
                return entry.value.text(&report).map { Choice(value: entry.key, label: LocalizedText($0)) }
            }
            guard let words = entry.value.mapping(keys: ["label", "hint"], &report),
                let label = words.requiredText("label", &report)
            else { return nil }
            return Choice(
                value: entry.key, label: LocalizedText(label),
                hint: words.text("hint", &report).map { LocalizedText($0) })
        }
    }

    private func channels(_ report: inout DiagnosticReport) -> [SafeContactQuestion.Channel] {
        let all = SafeContactQuestion.Channel.allCases
        return mapping["channels"].map { chosen($0, among: all, as: "channel", &report) } ?? all
    }

    private func file(_ report: inout DiagnosticReport) -> FileQuestion {
        var question = FileQuestion(count: mapping.number("count", default: FileQuestion.defaultCount, &report))
        if let accept = mapping["accept"] {
            question.accept = chosen(accept, among: FileClass.allCases, as: "kind of file", &report)
        }
        if mapping["size"] != nil {
            let remedy = "write it as '20 MB', at most \(EvidenceLimits.bytes / 1_000_000) MB"
            let size = mapping.parsed("size", as: "a size", remedy: remedy, &report, Self.size)
            question.size = size ?? question.size
        }
        if question.count > EvidenceLimits.files {
            report.error(
                "too-many-files", at: mapping["count"]?.location ?? mapping.location,
                "one report takes at most \(EvidenceLimits.files) files")
        }
        return question
    }

    private static func size(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let number = Int(parts[0]), (1...999).contains(number),
            let unit = ["KB": 1_000, "MB": 1_000_000][parts[1]], number * unit <= EvidenceLimits.bytes
        else { return nil }
        return number * unit
    }

    /// A list of names out of some.
    private func chosen<Value: RawRepresentable<String>>(
        _ value: YAMLValue, among all: [Value], as what: String, _ report: inout DiagnosticReport
    ) -> [Value] {
        let items = value.scalar == nil ? value.list(&report) : [value]
        return items.compactMap { item in
            guard let text = item.text(&report) else { return nil }
            if let found = Value(rawValue: text) { return found }
            report.error(
                "malformed", at: item.location, "'\(text)' is not a \(what)",
                remedy: Suggestion.remedy(for: text, among: all.map(\.rawValue)))
            return nil
        }
    }
}
