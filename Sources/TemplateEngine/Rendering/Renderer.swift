import Diagnostics

/// Carries out the operations of templates into one buffer.
struct Renderer {
    /// How deeply templates and their sections may stand inside each other where one includes another; more is taken
    /// for a partial that never ends.
    static let depthLimit = 128

    private let templates: [String: Template]
    private var contexts: [TemplateValue]
    /// Blocks that children replace, the outermost child first.
    private var overrides: [[String: Override]] = []
    private var depth = 0
    private(set) var output: [UInt8] = []

    private struct Override {
        let template: Template
        let range: Range<Int>
    }

    /// - Parameters:
    ///   - contexts: What names are looked up in, the last one first.
    ///   - capacity: How many bytes are expected.
    init(templates: [String: Template], contexts: [TemplateValue], capacity: Int) {
        self.templates = templates
        self.contexts = contexts
        output.reserveCapacity(capacity)
    }

    mutating func draw(_ template: Template, _ range: Range<Int>) throws(TemplateError) {
        depth += 1
        defer { depth -= 1 }
        var index = range.lowerBound
        while index < range.upperBound {
            let inside = index + 1
            switch template.operations[index] {
            case .literal(let bytes):
                output.append(contentsOf: template.source[bytes])
                index += 1
            case .variable(let name, let asHTML):
                try write(name, asHTML: asHTML)
                index += 1
            case .section(let name, let end):
                try drawSection(value(of: name), template, inside..<end)
                index = end
            case .inverted(let name, let end):
                let value = try value(of: name)
                if case .gap(let gap) = value {
                    try drawGap(Stencil.unlessMark(gap), template, inside..<end)
                } else if !value.isTruthy {
                    try draw(template, inside..<end)
                }
                index = end
            case .partial(let name, let location):
                try include(name, at: location)
                index += 1
            case .parent(let name, let location, let end):
                overrides.append(blocks(of: template, in: inside..<end))
                try include(name, at: location)
                overrides.removeLast()
                index = end
            case .block(let name, let location, let end):
                try drawBlock(name, at: location, default: Override(template: template, range: inside..<end))
                index = end
            }
        }
    }

    private mutating func drawSection(
        _ value: TemplateValue, _ template: Template, _ inside: Range<Int>
    ) throws(TemplateError) {
        guard value.isTruthy else { return }
        if case .gap(let gap) = value { return try drawGap(Stencil.ifMark(gap), template, inside) }
        let items = if case .list(let list) = value { list } else { [value] }
        for item in items {
            contexts.append(item)
            defer { contexts.removeLast() }
            try draw(template, inside)
        }
    }

    /// Draws a section between marks: whether it is wanted is decided when the stencil is filled.
    private mutating func drawGap(
        _ mark: String, _ template: Template, _ inside: Range<Int>
    ) throws(TemplateError) {
        output.append(contentsOf: mark.utf8)
        try draw(template, inside)
        output.append(contentsOf: Stencil.endMark.utf8)
    }

    private mutating func drawBlock(
        _ name: String, at location: SourceLocation, default inner: Override
    ) throws(TemplateError) {
        guard let chosen = overrides.lazy.compactMap({ $0[name] }).first else {
            return try draw(inner.template, inner.range)
        }
        try nest(chosen.template, chosen.range, at: location)
    }

    /// The blocks that stand directly inside a parent tag. Whatever else is there is ignored (specification,
    /// inheritance).
    private func blocks(of template: Template, in range: Range<Int>) -> [String: Override] {
        var found: [String: Override] = [:]
        var index = range.lowerBound
        while index < range.upperBound {
            switch template.operations[index] {
            case .block(let name, _, let end):
                found[name] = Override(template: template, range: (index + 1)..<end)
                index = end
            case .section(_, let end), .inverted(_, let end), .parent(_, _, let end): index = end
            case .literal, .variable, .partial: index += 1
            }
        }
        return found
    }

    private mutating func include(_ name: String, at location: SourceLocation) throws(TemplateError) {
        guard let template = templates[name] else {
            throw TemplateError(
                .unknownTemplate, at: location, "there is no template '\(name)'",
                remedy: Suggestion.remedy(for: name, among: templates.keys))
        }
        try nest(template, template.operations.indices, at: location)
    }

    private mutating func nest(
        _ template: Template, _ range: Range<Int>, at location: SourceLocation
    ) throws(TemplateError) {
        guard depth < Self.depthLimit else {
            throw TemplateError(
                .tooDeep, at: location, "templates include each other more than \(Self.depthLimit) deep")
        }
        try draw(template, range)
    }

    private mutating func write(_ name: Template.Name, asHTML: Bool) throws(TemplateError) {
        switch (try value(of: name), asHTML) {
        case (.null, _): break
        case (.gap(let gap), _): output.append(contentsOf: Stencil.mark(gap).utf8)
        case (.text(let text), false): HTML.escape(text, into: &output)
        case (.html(let html), true): output.append(contentsOf: html.bytes)
        case (.text, true):
            throw TemplateError(
                .notHTML, at: name.location, "'\(name)' is text, which must be escaped",
                remedy: "write it with two braces: {{\(name)}}")
        case (.html, false):
            throw TemplateError(
                .notText, at: name.location, "'\(name)' is HTML, which would be escaped twice",
                remedy: "write it with three braces: {{{\(name)}}}")
        case (.flag, _), (.list, _), (.object, _):
            throw TemplateError(
                .notText, at: name.location, "'\(name)' has no text of its own",
                remedy: "open it as a section: {{#\(name)}}")
        }
    }

    /// Looks a name up: its first part in the nearest context that has it, the others inside what was found.
    private func value(of name: Template.Name) throws(TemplateError) -> TemplateValue {
        guard let first = name.parts.first else { return contexts[contexts.count - 1] }
        for context in contexts.reversed() {
            guard case .object(let members) = context, var value = members[first] else { continue }
            for part in name.parts.dropFirst() {
                guard case .object(let members) = value, let member = members[part] else {
                    if case .null = value { return .null }
                    throw unknown(name, part: part, in: value)
                }
                value = member
            }
            return value
        }
        throw unknown(name, part: first, in: contexts.last ?? .null)
    }

    private func unknown(_ name: Template.Name, part: String, in value: TemplateValue) -> TemplateError {
        var known: [String] = []
        if case .object(let members) = value { known = Array(members.keys) }
        return TemplateError(
            .unknownName, at: name.location, "unknown name '\(name)'",
            remedy: Suggestion.remedy(for: part, among: known))
    }
}

extension Template.Name: CustomStringConvertible {
    var description: String { parts.isEmpty ? "." : parts.joined(separator: ".") }
}
