/// The words of HTML that the Markdown renderer wrote, with one space wherever there was space or a tag.
struct PlainText {
    private var bytes: [UInt8] = []
    /// Whether a tag has begun that has not ended: a slot may stand in the target of a link.
    private var isInTag = false

    var text: String {
        String(decoding: bytes.last == 0x20 ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    mutating func append(text: String) {
        if !isInTag { bytes.append(contentsOf: text.utf8) }
    }

    mutating func append(html: [UInt8]) {
        var index = 0
        if isInTag {
            guard let end = html.firstIndex(of: UInt8(ascii: ">")) else { return }
            isInTag = false
            index = end + 1
        }
        while index < html.count {
            switch html[index] {
            case UInt8(ascii: "<"):
                // Emphasis and links stand inside words and sentences; everything else parts them.
                if !Self.isInline(html, at: index + 1) { appendSpace() }
                guard let end = html[index...].firstIndex(of: UInt8(ascii: ">")) else {
                    isInTag = true
                    return
                }
                index = end
            case UInt8(ascii: "&"):
                let (byte, length) = Self.entity(html, at: index)
                bytes.append(byte)
                index += length - 1
            case 0x20, 0x0A: appendSpace()
            default: bytes.append(html[index])
            }
            index += 1
        }
    }

    private mutating func appendSpace() {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    }

    private static let inline = ["em>", "/em>", "strong>", "/strong>", "a ", "/a>", "code>", "/code>"].map {
        Array($0.utf8)
    }

    private static func isInline(_ html: [UInt8], at index: Int) -> Bool {
        inline.contains { html[index...].starts(with: $0) }
    }

    private static let entities: [(name: [UInt8], byte: UInt8)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ].map { (Array($0.0.utf8), $0.1.utf8.first ?? 0) }

    private static func entity(_ html: [UInt8], at index: Int) -> (byte: UInt8, length: Int) {
        for (name, byte) in entities where html[index...].starts(with: name) { return (byte, name.count) }
        return (UInt8(ascii: "&"), 1)
    }
}
