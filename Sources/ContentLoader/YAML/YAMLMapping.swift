import Diagnostics
import Forms

/// A YAML map: its entries in the order of the file.
struct YAMLMapping {
    struct Entry {
        let key: String
        let location: SourceLocation
        let value: YAMLValue
    }

    let location: SourceLocation
    let entries: [Entry]

    subscript(key: String) -> YAMLValue? { entries.first { $0.key == key }?.value }

    /// The value of a key that must be there.
    func required(_ key: String, _ report: inout DiagnosticReport) -> YAMLValue? {
        if let value = self[key] { return value }
        report.error("missing-key", at: location, "'\(key)' is missing", remedy: "add '\(key): …'")
        return nil
    }

    func requiredText(_ key: String, _ report: inout DiagnosticReport) -> String? {
        required(key, &report)?.text(&report)
    }

    func text(_ key: String, _ report: inout DiagnosticReport) -> String? {
        self[key]?.text(&report)
    }

    /// `yes` or `no`; `true` and `false` are read as well.
    func flag(_ key: String, default standard: Bool, _ report: inout DiagnosticReport) -> Bool {
        guard let value = self[key], let text = value.text(&report) else { return standard }
        switch text {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            report.error("not-flag", at: value.location, "'\(text)' is neither yes nor no")
            return standard
        }
    }

    /// A day, as `YYYY-MM-DD`.
    func day(_ key: String, _ report: inout DiagnosticReport) -> CalendarDate? {
        guard let value = self[key], let text = value.text(&report) else { return nil }
        if let day = CalendarDate(iso: text) { return day }
        report.error("malformed", at: value.location, "'\(text)' is not a day", remedy: "write it as 2027-03-01")
        return nil
    }

    /// A whole number above zero.
    func number(_ key: String, default standard: Int, _ report: inout DiagnosticReport) -> Int {
        guard let value = self[key], let text = value.text(&report) else { return standard }
        guard let number = Int(text), number > 0 else {
            report.error("not-number", at: value.location, "'\(text)' is not a whole number above 0")
            return standard
        }
        return number
    }

    /// Text that a type can be made from, such as an id.
    func parsed<Value>(
        _ key: String, as what: String, remedy: String? = nil, _ report: inout DiagnosticReport,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let value = required(key, &report), let text = value.text(&report) else { return nil }
        guard let parsed = parse(text) else {
            report.error("malformed", at: value.location, "'\(text)' is not \(what)", remedy: remedy)
            return nil
        }
        return parsed
    }
}
