import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite struct MarkdownPropertyTests {
    private static let pieces: [String] = [
        "> [!warning] ", "> [!details] ", "> [!table] ", "> [!button] ", "[!nope]", "> ", "# ", "## ", "- ", "1. ",
        "* ", "**", "_", "`", "```\n", "~~~", "---", "---\n", "|", "| a | b |\n|---|---|\n", "\n", "\n\n", "\r\n", "\r",
        "[x](/y)", "[x](/y){optional}", "{optional}", "[x](https://e.example)", "<https://e.example>", "[x](tel:1 0 1)",
        "[x](javascript:a)", "[x](JaVaScRiPt:a)", "[x](&#106;avascript:a)", "[x](java\tscript:a)", "<javascript:a>",
        "[x]: javascript:a\n", "[x]", "![", "![x](/assets/x.png)", "![\" onerror=a](/assets/x.png)", "](", ")",
        "[x](/y \"onerror=a\")", "<script>", "</script>", "<img src=x onerror=a>", "&lt;script>", "\\<script>", "    ",
        "<", ">", "&", "\\", "\"", "'", "onerror=", "javascript:", "{{force.name}}", "{{ a }}", "{{> block:b}}", "{{",
        "}}", "{", "\t", "sohslot0z", "a", " ", "é", "\u{301}", "\u{200D}", "\u{2028}", "\u{FEFF}", "\u{202E}", "👮🏽‍♀️",
        String(repeating: "> ", count: 40), String(repeating: "- ", count: 40), String(repeating: "[", count: 40),
    ]

    @Test func anyTextBecomesSafeHTMLWithItsFaultsInsideTheFile() {
        var generator = SeededGenerator(seed: 3_000)
        var flawless = 0
        for round in 0..<3_000 {
            let source = Self.text(isRandom: round.isMultiple(of: 2), upTo: 24, using: &generator)
            let lineOffset = Int.random(in: 0...40, using: &generator)
            let isFlawless = Self.check(source, lineOffset: lineOffset)
            if isFlawless, source.utf8.contains(UInt8(ascii: "[")) { flawless += 1 }
        }
        #expect(flawless > 20)
    }

    @Test func anyTextSplitsWhereItsFrontMatterEnds() {
        var generator = SeededGenerator(seed: 3_001)
        var split = 0
        for round in 0..<3_000 {
            let isRandom = round.isMultiple(of: 2)
            let begin = ["---\n", "---\r\n", "\u{FEFF}--- \t\n", "--- -\n", ""]
            let end = ["\n---\n", "\r\n---\r\n", "\n---", "---\n", "\n--- -\n"]
            let source =
                begin[Int.random(in: begin.indices, using: &generator)]
                + Self.text(isRandom: isRandom, upTo: 8, using: &generator)
                + end[Int.random(in: end.indices, using: &generator)]
                + Self.text(isRandom: isRandom, upTo: 8, using: &generator)
            guard let matter = try? FrontMatter(splitting: source) else { continue }
            split += 1
            #expect(matter.yamlLineOffset == 1)
            #expect(matter.bodyLineOffset == matter.yaml.utf8.count { $0 == UInt8(ascii: "\n") } + 2)
            #expect(Self.withoutCRLF(source).suffix(matter.body.utf8.count) == Array(matter.body.utf8)[...])
            Self.check(matter.body, lineOffset: matter.bodyLineOffset)
        }
        #expect(split > 300)
    }

    @Test(arguments: [">", "> ", "- ", "1. ", "[", "![", "*a ", "`", "| "])
    func tenThousandOfOneKindEnd(piece: String) {
        #expect(Self.check(String(repeating: piece, count: 10_000) + "x", lineOffset: 0))
    }

    @Test(arguments: [("[", "](/y)"), ("![", "](/assets/y)"), ("[![", "](/assets/y)](/y)")])
    func tenThousandLinksAndImagesInsideEachOtherEnd(open: String, close: String) {
        let (body, _) = Self.parse(
            String(repeating: open, count: 10_000) + "x" + String(repeating: close, count: 10_000), lineOffset: 0)
        #expect(SafeHTML(Self.html(of: body)).isSafe)
    }

    /// Expects that a body is safe, that its faults and headings lie inside the file, and that what is flawless
    /// closes whatever it opens.
    ///
    /// - Returns: Whether there are no faults.
    @discardableResult
    private static func check(_ source: String, lineOffset: Int) -> Bool {
        let (body, report) = parse(source, lineOffset: lineOffset)
        let html = SafeHTML(html(of: body))
        #expect(html.isSafe, "\(source.debugDescription)")
        // One line more is allowed: cmark puts what ends with the file behind its last line.
        let lines = (lineOffset + 1)...(lineOffset + lineCount(of: source) + 1)
        let locations = report.sorted.map(\.location) + body.headings.map(\.location)
        for location in locations {
            #expect(location.line.map { lines.contains($0) } == true, "\(location) in \(source.debugDescription)")
        }
        if report.isEmpty { #expect(html.isBalanced, "\(source.debugDescription)") }
        return report.isEmpty
    }

    private static func parse(_ markdown: String, lineOffset: Int) -> (MarkdownBody, DiagnosticReport) {
        var report = DiagnosticReport()
        let body = MarkdownBody(markdown: markdown, file: "p.md", lineOffset: lineOffset, report: &report)
        return (body, report)
    }

    private static func html(of body: MarkdownBody) -> [UInt8] {
        body.segments.flatMap { segment -> [UInt8] in
            switch segment {
            case .html(let bytes): bytes
            default: []
            }
        }
    }

    /// Text of any bytes but NUL, which cmark replaces, or of pieces with the odd byte between them.
    private static func text(isRandom: Bool, upTo count: Int, using generator: inout SeededGenerator) -> String {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...count, using: &generator) {
            if isRandom || Int.random(in: 0..<16, using: &generator) == 0 {
                bytes.append(UInt8.random(in: 1...255, using: &generator))
            } else {
                bytes += pieces[Int.random(in: pieces.indices, using: &generator)].utf8
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many lines a text has, which end in LF, CR or both (CommonMark 0.31, section 2.1).
    private static func lineCount(of text: String) -> Int {
        withoutCRLF(text).count { $0 == 0x0A || $0 == 0x0D } + 1
    }

    private static func withoutCRLF(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return zip(bytes, bytes.dropFirst() + [0]).compactMap { $0 == 0x0D && $1 == 0x0A ? nil : $0 }
    }
}
