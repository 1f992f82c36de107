import Diagnostics
package import PlainEnglish

/// What English texts are held against: `plain-english.yml`.
package struct WritingRules: Sendable {
    /// The most words of a sentence.
    package internal(set) var longestSentence = 25
    /// The least reading ease of a page; see `Reading.ease`.
    package internal(set) var readingEase = 55
    /// What to say instead of each phrase that is jargon.
    package internal(set) var instead: [String: String] = [:]
    package internal(set) var phrases = PhraseList([])
}

/// Reads `plain-english.yml`.
enum WritingRulesReader {
    private static let keys = ["longest-sentence", "reading-ease", "say-instead"]

    static func read(_ value: YAMLValue, _ report: inout DiagnosticReport) -> WritingRules? {
        guard let mapping = value.mapping(keys: keys, &report) else { return nil }
        var rules = WritingRules()
        rules.longestSentence = mapping.number("longest-sentence", default: rules.longestSentence, &report)
        rules.readingEase = mapping.number("reading-ease", default: rules.readingEase, &report)
        for entry in mapping["say-instead"]?.mapping(&report)?.entries ?? [] {
            rules.instead[entry.key] = entry.value.text(&report)
        }
        rules.phrases = PhraseList(rules.instead.keys)
        return rules
    }
}
