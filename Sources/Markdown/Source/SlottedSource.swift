import Diagnostics

/// Markdown in which each `{{name}}` has been replaced by a word that cmark carries through untouched, also in the
/// target of a link, where it would percent-encode the braces.
struct SlottedSource {
    /// The Markdown with its placeholders: the prefix, the number of the slot, and `z`.
    private(set) var text: [UInt8] = []
    private(set) var slots: [Slot] = []
    /// What every placeholder begins with: a word that the source does not contain.
    let prefix: [UInt8]

    private let file: String
    private let lineOffset: Int
    private let original: [UInt8]
    /// Where each line of the original begins.
    private var lineStarts: [Int] = [0]

    /// A slot and where it stood, in bytes.
    struct Slot {
        /// With its braces, as the author wrote it.
        let written: String
        let location: SourceLocation
        let line: Int
        /// Where the placeholder begins in its line, after replacing.
        let replacedStart: Int
        let replacedLength: Int

        /// What stands between the braces, without spaces.
        var name: String {
            String(decoding: written.utf8.dropFirst(2).dropLast(2).filter { $0 != 0x20 }, as: UTF8.self)
        }
    }

    /// - Parameters:
    ///   - file: The path that faults name.
    ///   - lineOffset: How many lines of the file stand before the source.
    init(_ source: String, file: String, lineOffset: Int, report: inout DiagnosticReport) {
        original = Array(source.utf8)
        var prefix = Array("sohslot".utf8)
        while original.firstRange(ofBytes: prefix) != nil { prefix.append(UInt8(ascii: "q")) }
        self.prefix = prefix
        self.file = file
        self.lineOffset = lineOffset
        for index in original.indices where original[index] == 0x0A { lineStarts.append(index + 1) }
        replaceSlots(&report)
    }

    private mutating func replaceSlots(_ report: inout DiagnosticReport) {
        text.reserveCapacity(original.count)
        var copied = 0
        var line = 0
        // Where the current line begins in the text, after replacing.
        var replacedLineStart = 0
        var index = 0
        while index < original.count {
            if original[index] == 0x0A {
                line += 1
                text.append(contentsOf: original[copied...index])
                copied = index + 1
                replacedLineStart = text.count
            }
            guard original[index] == 0x7B, index + 1 < original.count, original[index + 1] == 0x7B else {
                index += 1
                continue
            }
            let location = self.location(line: line, offset: index - lineStarts[line])
            guard let close = closingBraces(from: index + 2) else {
                report.error(
                    "unclosed-slot", at: location, "this slot is never closed", remedy: "close it with }}")
                index += 2
                continue
            }
            text.append(contentsOf: original[copied..<index])
            let placeholder = prefix + Array("\(slots.count)z".utf8)
            slots.append(
                Slot(
                    written: String(decoding: original[index..<(close + 2)], as: UTF8.self),
                    location: location, line: line, replacedStart: text.count - replacedLineStart,
                    replacedLength: placeholder.count))
            text.append(contentsOf: placeholder)
            index = close + 2
            copied = index
        }
        text.append(contentsOf: original[copied...])
    }

    /// Where the next `}}` of the same line begins.
    private func closingBraces(from start: Int) -> Int? {
        var index = start
        while index + 1 < original.count, original[index] != 0x0A {
            if original[index] == 0x7D, original[index + 1] == 0x7D { return index }
            index += 1
        }
        return nil
    }

    /// The line in the author's file of a line that cmark speaks of.
    func line(_ line: Int) -> Int { lineOffset + max(1, line) }

    /// The place in the author's file of a place that cmark speaks of: lines and bytes from 1, after replacing.
    func location(line: Int, column: Int) -> SourceLocation {
        let index = line - 1
        guard lineStarts.indices.contains(index) else {
            return SourceLocation(file: file, line: lineOffset + max(1, line))
        }
        var offset = max(0, column - 1)
        for slot in slots.reversed() where slot.line == index && slot.replacedStart + slot.replacedLength <= offset {
            offset += slot.written.utf8.count - slot.replacedLength
        }
        return location(line: index, offset: offset)
    }

    /// - Parameters:
    ///   - line: From 0.
    ///   - offset: In bytes of the original.
    private func location(line: Int, offset: Int) -> SourceLocation {
        let start = lineStarts[line]
        let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : original.count
        let scalars = original[start..<min(end, start + offset)].count { $0 & 0xC0 != 0x80 }
        return SourceLocation(file: file, line: lineOffset + line + 1, column: scalars + 1)
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// The first place where these bytes stand.
    func firstRange(ofBytes needle: [UInt8]) -> Range<Int>? {
        guard let first = needle.first, count >= needle.count else { return nil }
        for start in startIndex...(endIndex - needle.count) where self[start] == first {
            if self[start..<(start + needle.count)].elementsEqual(needle) { return start..<(start + needle.count) }
        }
        return nil
    }
}
