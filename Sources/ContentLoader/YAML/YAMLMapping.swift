import Diagnostics
import Forms

/// A YAML map: its entries in the order of the file.
struct YAMLMapping: Sendable {
    struct Entry: Sendable {
        let key: String
        let location: SourceLocation
        let value: YAMLValue
    }

    let location: SourceLocation
    let entries: [Entry]
    /// Maps that belong to it and are written elsewhere, by key.
    private let children: [String: YAMLMapping]

    init(location: SourceLocation, entries: [Entry], children: [String: YAMLMapping] = [:]) {
        self.location = location
        self.entries = entries
        self.children = children
    }

    /// The map of a key, which has been read before; nil where it is none.
    func child(_ key: String) -> YAMLMapping? {
        var ignored = DiagnosticReport()
        return children[key] ?? self[key].flatMap { $0.isMapping ? $0.mapping(&ignored) : nil }
    }

    /// The map with the entries of another, which win over its own.
    func overlaid(by other: YAMLMapping?) -> YAMLMapping {
        guard let other else { return self }
        let kept = entries.filter { own in !other.entries.contains { $0.key == own.key } }
        return YAMLMapping(location: location, entries: kept + other.entries)
    }

    /// Reports every key that is not known, with the one that was probably meant.
    func reportUnknown(besides keys: [String], _ report: inout DiagnosticReport) {
        for entry in entries where !keys.contains(entry.key) {
            report.error(
                "unknown-key", at: entry.location, "unknown key '\(entry.key)'",
                remedy: Suggestion.remedy(for: entry.key, among: keys))
        }
    }

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
