/// A piece of JSON that says what other JSON looks like (JSON Schema, draft 2020-12).
package indirect enum SchemaNode: Sendable, Hashable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([SchemaNode])
    /// Members in the order in which they are read best.
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: SchemaNode
    }
}

extension SchemaNode: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    package init(dictionaryLiteral elements: (String, SchemaNode)...) {
        self = .object(elements.map { Member(name: $0, value: $1) })
    }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(arrayLiteral elements: SchemaNode...) { self = .list(elements) }
    package init(integerLiteral value: Int) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension SchemaNode {
    /// Text of at most so many characters. A line break counts as one and is kept as it was typed, as two.
    static func string(limit: Int) -> SchemaNode {
        ["type": "string", "minLength": 1, "maxLength": .number(2 * limit)]
    }

    /// One of these texts.
    static func choice(_ values: [String]) -> SchemaNode { ["enum": .list(values.map { .text($0) })] }

    /// An object of these properties and no others.
    static func record(_ properties: [Member], required: [String]) -> SchemaNode {
        [
            "type": "object", "properties": .object(properties),
            "required": .list(required.map { .text($0) }), "additionalProperties": false,
        ]
    }

    /// The members of an object with more behind them.
    func adding(_ members: [Member]) -> SchemaNode {
        if case .object(let own) = self { .object(own + members) } else { self }
    }

    static let date: SchemaNode = ["type": "string", "format": "date"]
}

extension SchemaNode {
    /// The JSON, indented by two spaces.
    package var json: String { text(margin: "") + "\n" }

    private func text(margin: String) -> String {
        let inner = margin + "  "
        func block(_ open: String, _ items: [String], _ close: String) -> String {
            items.isEmpty
                ? open + close : "\(open)\n\(inner)" + items.joined(separator: ",\n\(inner)") + "\n\(margin)\(close)"
        }
        switch self {
        case .text(let text): return Self.quoted(text)
        case .number(let number): return "\(number)"
        case .flag(let flag): return "\(flag)"
        case .list(let items): return block("[", items.map { $0.text(margin: inner) }, "]")
        case .object(let members):
            return block("{", members.map { "\(Self.quoted($0.name)): \($0.value.text(margin: inner))" }, "}")
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\u{0}"..<"\u{20}": quoted += "\\u00\(CollectionOfOne(UInt8(scalar.value)).hexadecimal)"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
