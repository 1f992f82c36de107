import Diagnostics
import TestSupport
import Testing

@testable import TemplateEngine

@Suite struct AnyTemplateTests {
    private static let pieces: [String] = [
        "{{", "}}", "{{{", "}}}", "{{=", "=}}", "{{<", "{{$", "{{>", "{{!", "{{a}}", "{{{h}}}", "{{&h}}", "{{.}}",
        "{{a.b}}", "{{nope}}", "{{#a}}", "{{^a}}", "{{$a}}", "{{<a}}", "{{/a}}", "{{#list}}", "{{/list}}", "{{>a}}",
        "{{>t}}", "{{<t}}", "{{/t}}", "{{=| |=}}", "|", "{{#list}}{{a}}{{/list}}", "{{<a}}{{$a}}{{a}}{{/a}}{{/a}}",
        "=", "a", ".", " ", "\t", "\n", "\r", "\r\n", "\u{0}", "é", "\u{301}",
    ]

    private static let partial = "[{{$a}}{{#list}}-{{/list}}{{/a}}]\n"

    /// No list has more than one item: sections in sections would draw it again and again.
    private static let context: TemplateValue = [
        "a": "text", "h": .html(HTML(escaping: "<")), "list": [["a": "item", "list": []]], "nothing": .null,
    ]

    @Test func anyBytesAreDrawnOrRefusedWithAPlaceInsideThem() {
        var generator = SeededGenerator(seed: 1_400)
        var drawn = 0
        var codes: Set<TemplateError.Code> = []
        for round in 0..<5_000 {
            let isRandom = round.isMultiple(of: 2)
            let source = Self.source(isRandom: isRandom, using: &generator)
            do throws(TemplateError) {
                let template = try Template(name: "t", file: "t.mustache", source: source)
                let partial = try Template(name: "a", file: "a.mustache", source: Array(Self.partial.utf8))
                _ = try TemplateSet([template, partial]).render("t", with: Self.context)
                drawn += isRandom ? 0 : 1
            } catch {
                codes.insert(error.code)
                let files = ["t.mustache": source, "a.mustache": Array(Self.partial.utf8)]
                #expect(Self.lies(error.location, in: files), "\(error.location): \(error.message)\n\(source)")
            }
        }
        #expect(drawn > 100)
        #expect(codes.count > 5)
    }

    private static func source(isRandom: Bool, using generator: inout SeededGenerator) -> [UInt8] {
        var source: [UInt8] = []
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            if isRandom || Int.random(in: 0..<32, using: &generator) == 0 {
                source.append(UInt8.random(in: 0...255, using: &generator))
            } else {
                source += pieces[Int.random(in: pieces.indices, using: &generator)].utf8
            }
        }
        return source
    }

    /// Whether a place is that of a byte of one of these files, as an editor counts lines and columns.
    private static func lies(_ location: Diagnostics.SourceLocation, in files: [String: [UInt8]]) -> Bool {
        guard let source = files[location.file], let line = location.line, let column = location.column else {
            return false
        }
        let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return false }
        let length = String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars.count
        return column >= 1 && column <= length
    }
}
