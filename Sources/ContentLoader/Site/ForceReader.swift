import Diagnostics
import Forms
import SiteModel

/// Reads `forces/<id>/force.yml`.
enum ForceReader {
    private static let keys = [
        "name", "name-cy", "code", "kind", "ons", "host", "languages", "facts", "accent",
        "services-off",
    ]

    /// - Parameter services: The ids that `services-off` may name.
    static func read(
        id: ForceID, _ value: YAMLValue, services: Set<ServiceID>, _ report: inout DiagnosticReport
    ) -> Force? {
        guard let mapping = value.mapping(keys: keys, &report) else { return nil }
        let name = mapping.requiredText("name", &report)
        let welsh = mapping.text("name-cy", &report)
        let code = mapping.parsed("code", as: "three capital letters", &report) { LetterCode(rawValue: $0) }
        let kinds = Force.Kind.allCases.map(\.rawValue)
        let kind = mapping.parsed(
            "kind", as: "a kind of force", remedy: "known here: \(kinds.joined(separator: ", "))", &report
        ) { Force.Kind(rawValue: $0) }
        let ons = mapping.text("ons", &report)
        let host = mapping.parsed("host", as: "the name of a host", &report) { Force.isHostName($0) ? $0 : nil }
        let languages = languages(mapping.required("languages", &report), &report)
        let facts = SiteReader.texts(mapping.required("facts", &report), &report)
        let accent = accent(mapping, &report)
        let servicesOff = (mapping["services-off"]?.list(&report) ?? []).compactMap { item -> ServiceID? in
            guard let text = item.text(&report) else { return nil }
            if let service = ServiceID(rawValue: text), services.contains(service) { return service }
            report.error(
                "unknown-service", at: item.location, "there is no service '\(text)'",
                remedy: Suggestion.remedy(for: text, among: services.map(\.rawValue)))
            return nil
        }
        guard let name, let code, let kind, let host else { return nil }
        return Force(
            id: id, code: code, name: LocalizedText(name, cy: welsh), kind: kind, ons: ons, host: host,
            languages: languages, facts: facts, accent: accent, servicesOff: Set(servicesOff))
    }

    /// The colour that the name of the force stands on, in white.
    private static func accent(_ mapping: YAMLMapping, _ report: inout DiagnosticReport) -> Colour? {
        let accent = mapping["accent"].flatMap { _ in
            mapping.parsed("accent", as: "a colour", remedy: "write '#' and six digits, such as \"#17264d\"", &report) {
                Colour(hexadecimal: $0)
            }
        }
        guard let accent, accent.contrast(with: .white) < Colour.textContrast else { return accent }
        let darker = accent.mixed(with: .black, untilContrast: Colour.textContrast, with: [.white])
        report.error(
            "low-contrast", at: mapping["accent"]?.location ?? mapping.location,
            "white text on the accent \(accent.hexadecimal) is hard to read: its contrast is below 4.5",
            remedy: "take a darker one, such as \"\(darker.hexadecimal)\"")
        return nil
    }

    private static func languages(_ value: YAMLValue?, _ report: inout DiagnosticReport) -> [Language] {
        guard let value else { return [.english] }
        let chosen = value.list(&report).compactMap { item -> Language? in
            guard let text = item.text(&report) else { return nil }
            guard let language = Language(rawValue: text) else {
                report.error(
                    "unknown-language", at: item.location, "unknown language '\(text)'", remedy: "known here: cy, en")
                return nil
            }
            return language
        }
        guard chosen.contains(.english) else {
            report.error("missing-language", at: value.location, "every site has English", remedy: "add 'en'")
            return [.english]
        }
        return Language.allCases.filter(chosen.contains)
    }
}
