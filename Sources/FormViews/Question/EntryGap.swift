import Forms

/// A gap that a step leaves for what a citizen types, when it is drawn for all of them at once.
enum EntryGap {
    /// What was typed into a field.
    case text(field: String)
    /// Whether a value was chosen.
    case choice(value: String, field: String)
    /// Whether anything was typed into one of these fields.
    case any(fields: [String])

    private static let separator: Character = "\u{1}"

    /// The name of the gap in a stencil.
    var name: String {
        switch self {
        case .text(let field): "=\(field)"
        case .choice(let value, let field): "~\(field)\(Self.separator)\(value)"
        case .any(let fields): "+\(fields.joined(separator: String(Self.separator)))"
        }
    }

    /// Nil for the name of a gap of another kind.
    init?(name: String) {
        let parts = name.dropFirst().split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
        switch (name.utf8.first, parts.count) {
        case (UInt8(ascii: "="), 1): self = .text(field: parts[0])
        case (UInt8(ascii: "~"), 2): self = .choice(value: parts[1], field: parts[0])
        case (UInt8(ascii: "+"), _): self = .any(fields: parts)
        default: return nil
        }
    }

    /// Whether a section over the gap is wanted.
    func isSet(in entry: StepEntry) -> Bool {
        switch self {
        case .text(let field): entry.fields[field]?.first?.isEmpty == false
        case .choice(let value, let field): entry.fields[field]?.contains(value) ?? false
        case .any(let fields): fields.contains { entry.fields[$0]?.first?.isEmpty == false }
        }
    }
}
