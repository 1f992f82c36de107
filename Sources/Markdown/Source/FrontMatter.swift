/// A page's source, split into the YAML between two lines of `---` and the Markdown after them.
package struct FrontMatter: Sendable, Hashable {
    package let yaml: String
    /// How many lines of the file stand before the YAML.
    package let yamlLineOffset: Int
    package let body: String
    /// How many lines of the file stand before the body.
    package let bodyLineOffset: Int

    package enum Fault: Error, Hashable, Sendable {
        /// The file does not begin with `---`.
        case missing
        /// The second `---` never comes.
        case unclosed
    }

    /// Splits a file. Lines may end in LF or CRLF; a byte order mark is passed over.
    ///
    /// - Throws: `Fault`.
    package init(splitting source: String) throws(Fault) {
        var bytes = Array(source.utf8)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let start = bytes.startIndex
        guard let afterFirst = Self.endOfFence(in: bytes, at: start) else { throw .missing }
        var line = afterFirst
        var yamlLines = 0
        while line < bytes.endIndex {
            if let bodyStart = Self.endOfFence(in: bytes, at: line) {
                yaml = Self.text(bytes[afterFirst..<line])
                yamlLineOffset = 1
                body = Self.text(bytes[bodyStart...])
                bodyLineOffset = yamlLines + 2
                return
            }
            yamlLines += 1
            line = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
        }
        throw .unclosed
    }

    /// Where the line after a fence begins; nil where the line is not `---`.
    private static func endOfFence(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
        guard bytes[start...].starts(with: [0x2D, 0x2D, 0x2D]) else { return nil }
        var index = start + 3
        while index < bytes.endIndex, bytes[index] != 0x0A {
            guard bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D else { return nil }
            index += 1
        }
        return min(index + 1, bytes.endIndex)
    }

    /// The bytes as text, with every CRLF as LF.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for (index, byte) in zip(bytes.indices, bytes) {
            if byte == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { continue }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
