extension HTMLScanner {
    /// Takes the tag that begins here, to its `>`.
    mutating func takeTag(isEnd: Bool) -> Event {
        let start = position
        let nameStart = start + (isEnd ? 2 : 1)
        position = html.index(from: nameStart, where: Self.endsName)
        let name = html.name(nameStart..<position)
        var attributes: [HTMLTag.Attribute] = []
        var slash: Int?
        while position < html.count {
            switch html[position] {
            case UInt8(ascii: ">"):
                let isSelfClosing = slash == position - 1
                position += 1
                let tag = HTMLTag(
                    name: name, range: start..<position, attributes: attributes, isSelfClosing: isSelfClosing,
                    in: html.all)
                if isEnd { return .end(tag) }
                if Self.holdsRawText(name) { rawTextElement = name }
                return .start(tag)
            case UInt8(ascii: "/"):
                slash = position
                position += 1
            case let byte where HTMLText.isSpace(byte):
                position += 1
            default:
                attributes.append(takeAttribute())
            }
        }
        return .unfinished(name: isEnd ? "/\(name)" : name, start..<html.count)
    }

    private mutating func takeAttribute() -> HTMLTag.Attribute {
        let start = position
        // The first byte belongs to the name even if it is "=" (HTML, section 13.2.5.32).
        position = html.index(from: html.index(after: start)) { Self.endsName($0) || $0 == UInt8(ascii: "=") }
        let name = html.name(start..<position)
        passSpace()
        guard position < html.count, html[position] == UInt8(ascii: "=") else {
            return HTMLTag.Attribute(name: name, value: position..<position)
        }
        position += 1
        passSpace()
        return HTMLTag.Attribute(name: name, value: takeValue())
    }

    private mutating func takeValue() -> Range<Int> {
        guard position < html.count else { return position..<position }
        let quote = html[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = position
            position = html.index(from: start) { HTMLText.isSpace($0) || $0 == UInt8(ascii: ">") }
            return start..<position
        }
        let start = position + 1
        let end = html.index(from: start) { $0 == quote }
        position = Swift.min(end + 1, html.count)
        return start..<end
    }

    private mutating func passSpace() {
        position = html.index(from: position) { !HTMLText.isSpace($0) }
    }

    /// Whether the name of a tag or an attribute ends before this byte.
    @inline(__always)
    static func endsName(_ byte: UInt8) -> Bool {
        HTMLText.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    private static func holdsRawText(_ name: String) -> Bool {
        name == "title" || name == "textarea" || name == "script" || name == "style"
    }
}
