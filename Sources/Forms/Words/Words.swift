/// Every word that templates and messages say in one language, by dotted key such as `faults.text.missing`.
package struct Words: Codable, Sendable, Hashable {
    package private(set) var texts: [String: String]

    package init(_ texts: [String: String]) {
        self.texts = texts
    }

    package init(from decoder: any Decoder) throws {
        texts = try decoder.singleValueContainer().decode([String: String].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(texts)
    }

    /// The words for a key with its placeholders filled. The key itself where there are none, so that a gap shows
    /// up in a test and not as silence; the build refuses strings that lack a key of `required`.
    package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        guard let pattern = texts[key] else { return key }
        guard !arguments.isEmpty else { return pattern }
        var text = ""
        var rest = pattern[...]
        // By bytes: braces are the same bytes in any text.
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let (inside, after) = (rest.utf8.index(after: open), rest.utf8.index(after: close))
            text += rest[..<open]
            text += arguments[String(rest[inside..<close])] ?? String(rest[open..<after])
            rest = rest[after...]
        }
        return text + rest
    }
}

extension Words {
    /// What a key of a plural form other than `other` ends with (Unicode CLDR plural rules).
    private static let pluralForms: Set<Substring> = ["zero", "one", "two", "few", "many"]

    /// The key without its plural form; nil where it has none, or the form `other`, which every plural has.
    package static func pluralBase(of key: String) -> String? {
        guard let dot = key.lastIndex(of: "."), pluralForms.contains(key[key.index(after: dot)...]) else { return nil }
        return String(key[..<dot])
    }

    /// The keys that code of ours asks for; templates ask for others.
    package static let required: Set<String> = {
        var keys: Set<String> = [
            "language", "home", "titles.page", "titles.error", "buttons.continue", "buttons.send", "buttons.send-again",
            "not-answered", "noun-default", "or", "dates.between", "check.confirmed",
            "form.coordinates", "check.title", "done.title", "done.reference",
            "done.demonstration", "done.next", "dates.day", "components.warning",
            "guide.asked", "guide.answered", "guide.faulty", "search.title", "search.found.other",
        ]
        keys.formUnion(FaultCode.allCases.map { "faults.\($0.rawValue)" })
        keys.formUnion(YesNoQuestion.values.map { "options.\($0)" })
        let parts = TypedDay.parts + AddressQuestion().parts + LocationQuestion(rail: true).parts
        keys.formUnion(parts.map { "parts.\($0)" })
        keys.formUnion(DateRangeQuestion.ends.flatMap { ["parts.\($0)", "nouns.\($0)"] })
        keys.formUnion(
            SafeContactQuestion().parts.dropFirst().flatMap { ["safe-contact.\($0)", "safe-contact.\($0)-hint"] })
        keys.formUnion(SafeContactQuestion.Channel.allCases.map { "safe-contact.channels.\($0.rawValue)" })
        keys.formUnion(FileClass.allCases.map { "files.kinds.\($0.rawValue)" })
        keys.formUnion(
            ["questions", "privacy", "leaving"].flatMap { ["companions.\($0).title", "companions.\($0).slug"] })
        keys.formUnion(
            Comparison.Relation.allCases.flatMap {
                ["conditions.number.\($0.rawValue)", "conditions.day.\($0.rawValue)"]
            })
        keys.formUnion(
            DayExpression.Unit.allCases.flatMap {
                ["conditions.before.\($0.rawValue).other", "conditions.after.\($0.rawValue).other"]
            })
        keys.formUnion(["is", "answered", "contains", "all", "any", "not", "today"].map { "conditions.\($0)" })
        keys.formUnion(RetentionRule.Period.Unit.allCases.map { "privacy.periods.\($0.rawValue).other" })
        keys.formUnion(RetentionRule.Start.allCases.map { "privacy.kept.\($0.rawValue)" })
        keys.formUnion(["privacy.kept.unset", "privacy.clock", "print.repeat", "print.exit"])
        keys.formUnion((1...12).map { "months.\($0)" })
        keys.formUnion(Problem.allCases.flatMap { ["problems.\($0.rawValue).title", "problems.\($0.rawValue).text"] })
        return keys
    }()
}
