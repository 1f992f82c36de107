/// What a template can name.
package indirect enum TemplateValue: Sendable {
    /// Nothing: known by name, absent, and falsy.
    case null
    case flag(Bool)
    /// Text. It is escaped wherever it is written.
    case text(String)
    /// HTML that was made by code of ours. It is written as it is, with three braces.
    case html(HTML)
    case list([TemplateValue])
    /// Something that is not known yet: text, or whether a section is drawn. It leaves a gap of that name in a stencil.
    case gap(String)
    case object([String: TemplateValue])

    /// Whether a section over the value is drawn: null, false, empty text, empty HTML and an empty list are not.
    var isTruthy: Bool {
        switch self {
        case .null: false
        case .flag(let flag): flag
        case .text(let text): !text.isEmpty
        case .html(let html): !html.bytes.isEmpty
        case .list(let list): !list.isEmpty
        case .object, .gap: true
        }
    }
}

extension TemplateValue {
    /// Text, or null where there is none.
    package static func text(orNull text: String?) -> TemplateValue { text.map { .text($0) } ?? .null }

    /// A list inside an object, or null where it is empty: a template opens the object once around the items.
    package static func list(_ items: [TemplateValue], in name: String) -> TemplateValue {
        items.isEmpty ? .null : .object([name: .list(items)])
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral text: String) { self = .text(text) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
    package init(arrayLiteral items: TemplateValue...) { self = .list(items) }
    package init(dictionaryLiteral members: (String, TemplateValue)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}
