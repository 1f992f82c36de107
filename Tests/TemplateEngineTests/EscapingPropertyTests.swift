import TestSupport
import Testing

@testable import TemplateEngine

@Suite struct EscapingPropertyTests {
    /// What breaks out of text or of an attribute, hides what does, or is taken for it.
    private static let dangers: [String] = [
        "\"", "'", "<", ">", "&", "&lt;", "&amp;#39;", "</script>", "<!--", "javascript:", "a", " ", "\n", "\r\n", "=",
        "`", "{{x}}", "\u{0}", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{2028}", "\u{202E}", "\u{200F}", "\u{600}", "é",
        "👮🏽‍♀️",
    ]

    @Test func aValueComesBackExactlyAndNothingAroundItChanges() throws {
        let source = Array("<p title=\"{{x}}\">{{x}}</p>".utf8)
        let templates = TemplateSet([try Template(name: "t", file: "t.mustache", source: source)])
        var generator = SeededGenerator(seed: 2_028)
        for round in 0..<2_000 {
            let value = Self.value(isRandom: round.isMultiple(of: 2), using: &generator)
            let html = try templates.render("t", with: ["x": .text(value)])
            let read = StrictReader.paragraph(html.bytes)
            #expect(read?.title == Array(value.utf8), "\(value.debugDescription)")
            #expect(read?.text == Array(value.utf8), "\(value.debugDescription)")
        }
    }

    /// Text made of any bytes, or of dangers with the odd byte between them.
    private static func value(isRandom: Bool, using generator: inout SeededGenerator) -> String {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...16, using: &generator) {
            if isRandom || Int.random(in: 0..<8, using: &generator) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &generator))
            } else {
                bytes += dangers[Int.random(in: dangers.indices, using: &generator)].utf8
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Reads `<p title="…">…</p>` as a browser does, but refuses what a browser would forgive.
private struct StrictReader {
    private var rest: ArraySlice<UInt8>

    /// The values of attribute and text; nil where anything but that element was read.
    static func paragraph(_ html: [UInt8]) -> (title: [UInt8], text: [UInt8])? {
        var reader = StrictReader(rest: html[...])
        guard reader.pass("<p title=\""), let title = reader.value(upTo: "\""), reader.pass("\">"),
            let text = reader.value(upTo: "<"), reader.pass("</p>"), reader.rest.isEmpty
        else { return nil }
        return (title, text)
    }

    private mutating func pass(_ markup: String) -> Bool {
        guard rest.starts(with: markup.utf8) else { return false }
        rest = rest.dropFirst(markup.utf8.count)
        return true
    }

    /// Reads up to an end, and gives back what is written there once its entities are replaced.
    private mutating func value(upTo end: Unicode.Scalar) -> [UInt8]? {
        let entities: [(written: String, means: UInt8)] = [
            ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&#39;", 0x27),
        ]
        var value: [UInt8] = []
        while let byte = rest.first, byte != UInt8(ascii: end) {
            if let entity = entities.first(where: { rest.starts(with: $0.written.utf8) }) {
                value.append(entity.means)
                rest = rest.dropFirst(entity.written.utf8.count)
            } else if entities.contains(where: { $0.means == byte }) {
                return nil
            } else {
                value.append(byte)
                rest = rest.dropFirst()
            }
        }
        return value
    }
}
