/// What bytes of HTML say to a reader.
enum HTMLText {
    /// What separates words in HTML: "ASCII whitespace" of the Infra Standard.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: true
        default: false
        }
    }

    /// The text of bytes, with the five entities that escaping writes replaced. Other entities stay as they are, and
    /// what is not UTF-8 becomes `U+FFFD`.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.first {
            if byte == UInt8(ascii: "&"), let entity = entities.first(where: { rest.starts(with: $0.written) }) {
                text.append(entity.meant)
                rest.removeFirst(entity.written.count)
            } else {
                text.append(byte)
                rest.removeFirst()
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The text of bytes on one line: every run of white space is one space, and none stands at the ends.
    static func line(_ bytes: [UInt8]) -> String {
        let words = bytes.split(whereSeparator: isSpace)
        return decoded(Array(words.joined(separator: CollectionOfOne(UInt8(ascii: " "))))[...])
    }

    /// The words of a value, such as the ids in `aria-describedby`.
    static func words(_ text: String) -> [String] {
        text.utf8.split(whereSeparator: isSpace).map { String(decoding: $0, as: UTF8.self) }
    }

    private static let entities: [(written: [UInt8], meant: UInt8)] = [
        (Array("&amp;".utf8), UInt8(ascii: "&")),
        (Array("&lt;".utf8), UInt8(ascii: "<")),
        (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")),
        (Array("&#39;".utf8), UInt8(ascii: "'")),
    ]
}
