/// Bytes that are HTML already: UTF-8, well formed, safe to write without escaping.
///
/// Who makes a value of this type vouches for it. Everything that came from a person goes through `escaping(_:)`.
package struct HTML: Sendable, Hashable {
    package var bytes: [UInt8]

    package init(trusted bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package init(escaping text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count)
        Self.escape(text, into: &bytes)
    }

    /// Writes text so that it can leave neither text nor a quoted attribute value, judged by bytes: a combining mark
    /// after a quote hides nothing.
    package static func escape(_ text: String, into output: inout [UInt8]) {
        var text = text
        text.withUTF8 { escape($0, into: &output) }
    }

    /// Writes UTF-8 text so.
    package static func escape(_ text: ArraySlice<UInt8>, into output: inout [UInt8]) {
        text.withUnsafeBufferPointer { escape($0, into: &output) }
    }

    private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var start = 0
        for index in bytes.indices {
            let byte = bytes[index]
            // All five lie at or below '>', as little else of a text does.
            guard byte <= UInt8(ascii: ">"), let entity = entities[Int(byte)] else { continue }
            output.append(contentsOf: bytes[start..<index])
            output.append(contentsOf: entity)
            start = index + 1
        }
        output.append(contentsOf: bytes[start...])
    }

    /// What replaces a byte; nil for those that stay.
    private static let entities: [[UInt8]?] = {
        var table = [[UInt8]?](repeating: nil, count: 256)
        table[Int(UInt8(ascii: "&"))] = Array("&amp;".utf8)
        table[Int(UInt8(ascii: "<"))] = Array("&lt;".utf8)
        table[Int(UInt8(ascii: ">"))] = Array("&gt;".utf8)
        table[Int(UInt8(ascii: "\""))] = Array("&quot;".utf8)
        table[Int(UInt8(ascii: "'"))] = Array("&#39;".utf8)
        return table
    }()
}
