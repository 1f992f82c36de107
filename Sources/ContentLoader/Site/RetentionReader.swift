import Diagnostics
import Forms

/// Reads `retention.yml`: how long the cases of which forms are kept.
struct RetentionReader {
    /// The longest period, in years.
    private static let longest = 100
    private static let remedy = "write it as '6 years', '18 months' or '90 days'"

    /// The forms of the site.
    let forms: Set<FormID>
    /// The ids of pages that could not be read, which has been reported: any of them may be a form.
    let unreadable: Set<String>

    func read(_ value: YAMLValue, _ report: inout DiagnosticReport) -> [RetentionRule] {
        var rules: [RetentionRule] = []
        var owners: [FormID: String] = [:]
        for entry in value.mapping(&report)?.entries ?? [] {
            guard let mapping = entry.value.mapping(keys: ["keep", "from", "basis", "forms"], &report) else { continue }
            let period = mapping.parsed("keep", as: "a period", remedy: Self.remedy, &report, Self.duration)
            let start = mapping.parsed(
                "from", as: "what a period can be counted from", remedy: "write 'closed' or 'received'", &report
            ) { RetentionRule.Start(rawValue: $0) }
            let basis = mapping.requiredText("basis", &report)
            var own: [FormID] = []
            for item in mapping.required("forms", &report)?.list(&report) ?? [] {
                guard let form = form(item, &report) else { continue }
                if let other = owners.updateValue(entry.key, forKey: form) {
                    report.error(
                        "duplicate-form", at: item.location, "the cases of '\(form)' are kept by '\(other)' already",
                        remedy: "name the form once")
                }
                own.append(form)
            }
            guard let period, let start, let basis else { continue }
            rules.append(RetentionRule(name: entry.key, forms: own, period: period, start: start, basis: basis))
        }
        for form in forms.subtracting(owners.keys).sorted() {
            report.warning(
                "kept-for-ever", at: value.location, "nothing says how long the cases of '\(form)' are kept",
                remedy: "name the form in one of the classes")
        }
        return rules
    }

    private static func duration(_ text: String) -> RetentionRule.Period? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]), count > 0 else { return nil }
        let unit = String(parts[1])
        let units = RetentionRule.Period.Unit.allCases
        guard let unit = units.first(where: { $0.rawValue == unit || count == 1 && $0.rawValue == "\(unit)s" }) else {
            return nil
        }
        let period = RetentionRule.Period(count, unit)
        return period.isAtMost(years: longest) ? period : nil
    }

    private func form(_ item: YAMLValue, _ report: inout DiagnosticReport) -> FormID? {
        guard let text = item.text(&report) else { return nil }
        if let form = FormID(rawValue: text), forms.contains(form) { return form }
        guard !unreadable.contains(text) else { return nil }
        report.error(
            "unknown-form", at: item.location, "there is no form '\(text)'",
            remedy: Suggestion.remedy(for: text, among: forms.map(\.rawValue)))
        return nil
    }
}

extension RetentionRule.Period {
    fileprivate func isAtMost(years: Int) -> Bool {
        switch unit {
        case .days: count <= years * 366
        case .months: count <= years * 12
        case .years: count <= years
        }
    }
}
