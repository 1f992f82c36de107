import Diagnostics

/// Markdown in which each `{{name}}` has been replaced by a word that cmark carries through untouched, also in the
/// target of a link, where it would percent-encode the braces.
struct SlottedSource {
    let text: String
    private(set) var slots: [Slot] = []
    /// What every placeholder begins with: a word that the source does not contain.
    let prefix: String

    private let file: String
    private let lineOffset: Int
    private let originalLines: [Substring]

    /// A slot and where it stood, in bytes.
    struct Slot {
        let name: String
        let location: SourceLocation
        let line: Int
        /// Where the placeholder begins in its line, after replacing.
        let replacedStart: Int
        let replacedLength: Int
        let originalLength: Int
    }

    /// - Parameters:
    ///   - file: The path that faults name.
    ///   - lineOffset: How many lines of the file stand before the source.
    init(_ source: String, file: String, lineOffset: Int, report: inout DiagnosticReport) {
        var prefix = "sohslot"
        while source.contains(prefix) { prefix += "q" }
        self.prefix = prefix
        self.file = file
        self.lineOffset = lineOffset
        originalLines = source.split(separator: "\n", omittingEmptySubsequences: false)
        var lines: [String] = []
        for (index, line) in originalLines.enumerated() {
            var replaced = ""
            var rest = line
            while let open = rest.firstRange(of: "{{") {
                let column = line[..<open.lowerBound].unicodeScalars.count + 1
                let location = SourceLocation(file: file, line: lineOffset + index + 1, column: column)
                guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                    report.error(
                        "unclosed-slot", at: location, "this slot is never closed", remedy: "close it with }}")
                    break
                }
                let name = String(rest[open.upperBound..<close.lowerBound].filter { $0 != " " })
                replaced += rest[..<open.lowerBound]
                let placeholder = "\(prefix)\(slots.count)z"
                slots.append(
                    Slot(
                        name: name, location: location, line: index, replacedStart: replaced.utf8.count,
                        replacedLength: placeholder.utf8.count,
                        originalLength: rest[open.lowerBound..<close.upperBound].utf8.count))
                replaced += placeholder
                rest = rest[close.upperBound...]
            }
            lines.append(replaced + rest)
        }
        text = lines.joined(separator: "\n")
    }

    /// The place in the author's file of a place that cmark speaks of: lines and bytes from 1, after replacing.
    func location(line: Int, column: Int) -> SourceLocation {
        let index = line - 1
        guard originalLines.indices.contains(index) else {
            return SourceLocation(file: file, line: lineOffset + max(1, line))
        }
        var offset = max(0, column - 1)
        for slot in slots.reversed() where slot.line == index && slot.replacedStart + slot.replacedLength <= offset {
            offset += slot.originalLength - slot.replacedLength
        }
        let scalars = String(decoding: originalLines[index].utf8.prefix(offset), as: UTF8.self).unicodeScalars.count
        return SourceLocation(file: file, line: lineOffset + line, column: scalars + 1)
    }
}
