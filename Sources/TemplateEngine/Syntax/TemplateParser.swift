import Diagnostics

/// Compiles the source of one template in a single pass over its bytes.
struct TemplateParser {
    /// How deeply sections may nest, so that drawing them cannot exhaust the stack.
    static let depthLimit = 64

    private let file: String
    private let source: [UInt8]
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)
    private var position = 0
    private var operations: [Template.Operation] = []
    private var unclosed: [Unclosed] = []

    /// A section that has begun: its operation is completed when its end is met.
    private struct Unclosed {
        let tag: TemplateTag
        let index: Int
    }

    init(file: String, source: [UInt8]) {
        self.file = file
        self.source = source
    }

    mutating func parse() throws(TemplateError) -> [Template.Operation] {
        while let start = find(open, from: position) {
            let tag = try readTag(at: start)
            var literalEnd = start
            if tag.mayStandAlone, let line = lineAround(start: start, end: position) {
                literalEnd = line.lowerBound
                appendLiteral(tag.literalStart..<literalEnd)
                position = line.upperBound
            } else {
                appendLiteral(tag.literalStart..<literalEnd)
            }
            try take(tag)
        }
        appendLiteral(position..<source.count)
        if let last = unclosed.last {
            throw TemplateError(
                .unclosedSection, at: last.tag.location, "'\(last.tag.content)' is never closed",
                remedy: "end it with {{/\(last.tag.content)}}")
        }
        return operations
    }

    /// Reads the tag that opens at `start` and moves past it.
    private mutating func readTag(at start: Int) throws(TemplateError) -> TemplateTag {
        let literalStart = position
        let location = location(of: start)
        var inner = start + open.count
        var closing = close
        let sigil = inner < source.count ? source[inner] : 0
        switch sigil {
        case UInt8(ascii: "{"):
            closing = [UInt8(ascii: "}")] + close
            inner += 1
        case UInt8(ascii: "="):
            closing = [UInt8(ascii: "=")] + close
            inner += 1
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<"),
            UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: "&"):
            inner += 1
        default: break
        }
        guard let end = find(closing, from: inner) else {
            throw TemplateError(.unclosedTag, at: location, "this tag is never closed", remedy: "close it with }}")
        }
        position = end + closing.count
        let inside = source[inner..<end].drop(while: Self.isSpace)
        let length = inside.lastIndex { !Self.isSpace($0) }.map { $0 + 1 - inside.startIndex } ?? 0
        let content = String(decoding: inside.prefix(length), as: UTF8.self)
        return TemplateTag(sigil: sigil, content: content, location: location, literalStart: literalStart)
    }

    private mutating func take(_ tag: TemplateTag) throws(TemplateError) {
        switch tag.sigil {
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "="): try takeDelimiters(tag)
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"):
            guard unclosed.count < Self.depthLimit else {
                throw TemplateError(
                    .tooDeep, at: tag.location, "sections stand more than \(Self.depthLimit) deep inside each other")
            }
            unclosed.append(Unclosed(tag: tag, index: operations.count))
            operations.append(.literal(0..<0))
            if tag.sigil == UInt8(ascii: "#") || tag.sigil == UInt8(ascii: "^") { _ = try name(of: tag) }
        case UInt8(ascii: "/"): try takeClose(tag)
        case UInt8(ascii: ">"): operations.append(.partial(tag.content, tag.location))
        case UInt8(ascii: "{"), UInt8(ascii: "&"): operations.append(.variable(try name(of: tag), asHTML: true))
        default: operations.append(.variable(try name(of: tag), asHTML: false))
        }
    }

    private mutating func takeClose(_ tag: TemplateTag) throws(TemplateError) {
        guard let begun = unclosed.popLast(), begun.tag.content == tag.content else {
            throw TemplateError(
                .unexpectedClose, at: tag.location, "'\(tag.content)' is closed here but was not the last to be opened")
        }
        let end = operations.count
        operations[begun.index] =
            switch begun.tag.sigil {
            case UInt8(ascii: "#"): .section(try name(of: begun.tag), end: end)
            case UInt8(ascii: "^"): .inverted(try name(of: begun.tag), end: end)
            case UInt8(ascii: "<"): .parent(begun.tag.content, begun.tag.location, end: end)
            default: .block(begun.tag.content, begun.tag.location, end: end)
            }
    }

    private mutating func takeDelimiters(_ tag: TemplateTag) throws(TemplateError) {
        let words = tag.content.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
        guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
            throw TemplateError(
                .malformedTag, at: tag.location, "delimiters are two words without '='",
                remedy: "write {{=<% %>=}}")
        }
        (open, close) = (words[0], words[1])
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func name(of tag: TemplateTag) throws(TemplateError) -> Template.Name {
        if tag.content == "." { return Template.Name(parts: [], location: tag.location) }
        let parts = tag.content.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !parts.contains(""), !tag.content.utf8.contains(where: Self.isSpace) else {
            throw TemplateError(.malformedTag, at: tag.location, "'\(tag.content)' is not a name")
        }
        return Template.Name(parts: parts, location: tag.location)
    }

    private mutating func appendLiteral(_ range: Range<Int>) {
        if !range.isEmpty { operations.append(.literal(range)) }
    }

    /// The whole line that a tag stands on, if nothing else does.
    private func lineAround(start: Int, end: Int) -> Range<Int>? {
        var first = start
        while first > 0, source[first - 1] == 0x20 || source[first - 1] == 0x09 { first -= 1 }
        guard first == 0 || source[first - 1] == 0x0A else { return nil }
        var last = end
        while last < source.count, source[last] == 0x20 || source[last] == 0x09 { last += 1 }
        if last < source.count, source[last] == 0x0D { last += 1 }
        if last == source.count { return first..<last }
        return source[last] == 0x0A ? first..<(last + 1) : nil
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, source.count >= needle.count else { return nil }
        var index = start
        while index <= source.count - needle.count {
            if source[index] == first, source[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }

    private func location(of offset: Int) -> SourceLocation {
        let before = source[..<offset]
        let line = before.count { $0 == 0x0A } + 1
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: source[lineStart..<offset], as: UTF8.self).unicodeScalars.count + 1
        return SourceLocation(file: file, line: line, column: column)
    }
}

/// A tag as it was read: its sigil (or whatever byte a plain name begins with) and its content.
struct TemplateTag {
    let sigil: UInt8
    let content: String
    let location: SourceLocation
    /// Where the literal before the tag begins.
    let literalStart: Int

    /// Whether the tag takes its line with it when it is alone there: all but those that write a value.
    var mayStandAlone: Bool { "#^/<$>!=".utf8.contains(sigil) }
}
