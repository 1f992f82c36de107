/// Data for a template, which each of the engines that are compared takes in a form of its own.
enum SampleValue: Sendable {
    case null
    case flag(Bool)
    case text(String)
    /// HTML, which is written as it is.
    case html(String)
    case list([SampleValue])
    case object([String: SampleValue])
}

extension SampleValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral items: SampleValue...) { self = .list(items) }
    init(dictionaryLiteral members: (String, SampleValue)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}

/// Something to draw: a template, the partials that it may include, and the data.
struct MustacheSample: Sendable {
    let template: String
    let data: SampleValue
    let partials: [String: String]
}
