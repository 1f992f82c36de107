package import Diagnostics
package import Forms

/// Something that pages say and that dates: a number, a period, a fee. It stands in one place, with where it was looked
/// up and when.
package struct DatedFact: Sendable, Hashable {
    /// What pages name it by, such as `site.facts.foi-answer` or `site.signposts.emergency`.
    package let slot: String
    package let value: LocalizedText
    /// Where it can be looked up again: a law, or an address.
    package let source: String?
    /// The day when somebody last looked it up.
    package let reviewed: CalendarDate?
    /// The day by which somebody has to do so again.
    package let reviewBy: CalendarDate?
    package let location: SourceLocation

    /// The last part of the slot.
    package var name: String { slot.split(separator: ".").last.map(String.init) ?? slot }
}

/// Reads `facts.yml`, and the signposts of `site.yml`.
enum FactReader {
    private static let factKeys = ["value", "source", "reviewed", "review-by"]
    private static let signpostKeys = ["number", "source", "reviewed", "review-by"]

    /// The facts by their names: all of what is known of each is needed.
    static func facts(_ value: YAMLValue, _ report: inout DiagnosticReport) -> [DatedFact] {
        (value.mapping(&report)?.entries ?? []).compactMap { entry in
            guard let mapping = entry.value.mapping(keys: factKeys, &report) else { return nil }
            let value = mapping.required("value", &report).flatMap { localized($0, &report) }
            for key in factKeys.dropFirst() { _ = mapping.required(key, &report) }
            guard isName(entry, &report), let value else { return nil }
            return fact("site.facts.\(entry.key)", value, mapping, at: entry.location, &report)
        }
    }

    /// The national numbers: each alone, or with what is known of it.
    static func signposts(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> [DatedFact] {
        (value?.mapping(&report)?.entries ?? []).compactMap { entry in
            let slot = "site.signposts.\(entry.key)"
            guard isName(entry, &report) else { return nil }
            guard entry.value.isMapping else {
                return entry.value.text(&report).map {
                    DatedFact(
                        slot: slot, value: LocalizedText($0), source: nil, reviewed: nil, reviewBy: nil,
                        location: entry.location)
                }
            }
            guard let mapping = entry.value.mapping(keys: signpostKeys, &report),
                let number = mapping.requiredText("number", &report)
            else { return nil }
            return fact(slot, LocalizedText(number), mapping, at: entry.location, &report)
        }
    }

    private static func fact(
        _ slot: String, _ value: LocalizedText, _ mapping: YAMLMapping, at location: SourceLocation,
        _ report: inout DiagnosticReport
    ) -> DatedFact {
        DatedFact(
            slot: slot, value: value, source: mapping.text("source", &report),
            reviewed: mapping.day("reviewed", &report), reviewBy: mapping.day("review-by", &report),
            location: location)
    }

    private static func isName(_ entry: YAMLMapping.Entry, _ report: inout DiagnosticReport) -> Bool {
        let isName = entry.key.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
        }
        if !isName {
            report.error("malformed", at: entry.location, "'\(entry.key)' is not an id", remedy: idRemedy)
        }
        return isName
    }

    /// One text for all languages, or `{ en: …, cy: … }`.
    private static func localized(_ value: YAMLValue, _ report: inout DiagnosticReport) -> LocalizedText? {
        guard value.isMapping else { return value.text(&report).map { LocalizedText($0) } }
        let mapping = value.mapping(keys: Language.allCases.map(\.rawValue), &report)
        guard let mapping, let english = mapping.requiredText("en", &report) else { return nil }
        return LocalizedText(english, cy: mapping.text("cy", &report))
    }
}
