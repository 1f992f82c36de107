/// A judged answer, as the case keeps it.
package enum Answer: Sendable, Hashable {
    /// What was written, or the value of a choice. A date is `YYYY-MM-DD`.
    case text(String)
    /// The values of several choices, in the order of the form.
    case list([String])
    /// The parts of an address and the like, by name; parts left empty are left out.
    case group([String: String])
}

extension Answer: Codable {
    /// Text is a JSON string, a list an array of strings, a group an object of strings.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([String].self) {
            self = .list(list)
        } else {
            self = .group(try container.decode([String: String].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .group(let group): try container.encode(group)
        }
    }
}
