import Diagnostics

extension PageMatter {
    /// Reads `news: story`, or `news: { kind: missing, reference: KEN-117 }`.
    ///
    /// News has a day on which it appears and one on which it goes: what it says of people must not stand for ever.
    func news(_ mapping: YAMLMapping, _ upkeep: Upkeep, _ report: inout DiagnosticReport) -> NewsMatter? {
        guard let value = mapping["news"] else { return nil }
        for (key, day) in [("publish-on", upkeep.publishOn), ("expires-on", upkeep.expiresOn)] where day == nil {
            guard mapping[key] == nil else { continue }
            report.error(
                "missing-key", at: value.location, "news needs '\(key)'", remedy: "add '\(key): 2027-03-01'")
        }
        let details = value.isMapping ? value.mapping(keys: ["kind", "reference"], &report) : nil
        guard let named = value.isMapping ? details?.required("kind", &report) : value,
            let name = named.text(&report)
        else { return nil }
        guard let kind = NewsMatter.Kind(rawValue: name) else {
            report.error(
                "unknown-kind", at: named.location, "'\(name)' is not a kind of news",
                remedy: Suggestion.remedy(for: name, among: NewsMatter.Kind.allCases.map(\.rawValue)))
            return nil
        }
        let reference = details?.text("reference", &report)
        if kind != .story, reference == nil {
            report.error(
                "missing-key", at: value.location, "an appeal has a reference, which people quote when they answer it",
                remedy: "write 'news: { kind: \(name), reference: … }'")
        }
        return NewsMatter(kind: kind, reference: reference)
    }
}
