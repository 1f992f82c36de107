import Diagnostics
import Yams

/// A value in a YAML file, with its place. A scalar is text exactly as it was typed: `yes`, `on` and `01` stay what
/// they are until the schema reads them.
///
/// It may be read on several threads, though Yams does not say so of its nodes: what is read here, the text, the shape and
/// the mark, are values. The one part that changes when it is looked at, the tag, is never looked at.
struct YAMLValue: @unchecked Sendable {
    let node: Node
    let file: String
    /// How many lines of the file stand before the YAML.
    let lineOffset: Int

    init(node: Node, file: String, lineOffset: Int) {
        self.node = node
        self.file = file
        self.lineOffset = lineOffset
    }

    /// A text that stands for itself, in the file of another value.
    init(text: String, beside other: YAMLValue) {
        self.init(node: Node(text), file: other.file, lineOffset: other.lineOffset)
    }

    var location: SourceLocation { Self.location(of: node.mark, file: file, lineOffset: lineOffset) }

    /// The text of a scalar; nil for a list or a map.
    var scalar: String? { node.scalar?.string }

    /// The text of a scalar; reports anything else.
    func text(_ report: inout DiagnosticReport) -> String? {
        guard let scalar else {
            report.error("not-text", at: location, "this must be text, not a \(shape)")
            return nil
        }
        guard !scalar.trimmedOfSpace.isEmpty else {
            report.error("empty", at: location, "this is empty", remedy: "write something, or leave the key out")
            return nil
        }
        // A double-quoted "\\0" is the one way for it to get in, and NUL marks the gaps of stencils.
        guard !scalar.utf8.contains(0) else {
            report.error("not-text", at: location, "this holds a NUL", remedy: "take the '\\0' out")
            return nil
        }
        return scalar
    }

    var isMapping: Bool { node.mapping != nil }

    var isList: Bool { node.sequence != nil }

    /// The items of a list; reports anything else.
    func list(_ report: inout DiagnosticReport) -> [YAMLValue] {
        guard let sequence = node.sequence else {
            report.error("not-list", at: location, "this must be a list, not a \(shape)", remedy: "write [a, b]")
            return []
        }
        return sequence.map { YAMLValue(node: $0, file: file, lineOffset: lineOffset) }
    }

    /// A mapping with keys of the author's choice; reports anything else.
    func mapping(_ report: inout DiagnosticReport) -> YAMLMapping? {
        guard let mapping = node.mapping else {
            report.error("not-mapping", at: location, "this must be a map of 'key: value', not a \(shape)")
            return nil
        }
        var entries: [YAMLMapping.Entry] = []
        for (key, value) in mapping {
            let keyValue = YAMLValue(node: key, file: file, lineOffset: lineOffset)
            guard let name = key.scalar?.string else {
                report.error("not-text", at: keyValue.location, "a key must be text")
                continue
            }
            let value = YAMLValue(node: value, file: file, lineOffset: lineOffset)
            entries.append(.init(key: name, location: keyValue.location, value: value))
        }
        return YAMLMapping(location: location, entries: entries)
    }

    /// A mapping of known keys; reports every other key with the one that was probably meant.
    func mapping(keys: [String], _ report: inout DiagnosticReport) -> YAMLMapping? {
        guard let mapping = mapping(&report) else { return nil }
        mapping.reportUnknown(besides: keys, &report)
        return mapping
    }

    private var shape: String {
        if node.mapping != nil { return "map" }
        return node.sequence != nil ? "list" : "text"
    }

    static func location(of mark: Mark?, file: String, lineOffset: Int) -> SourceLocation {
        SourceLocation(file: file, line: mark.map { $0.line + lineOffset }, column: mark?.column)
    }
}

extension String {
    fileprivate var trimmedOfSpace: Substring { drop { $0.isWhitespace } }
}
