import Diagnostics
import Testing

@testable import Markdown

/// The words of a body as people read them.
@Suite struct ProseTests {
    private static func prose(_ markdown: String) -> Prose {
        var report = DiagnosticReport()
        return MarkdownBody(markdown: markdown, file: "p.md", lineOffset: 10, report: &report).prose
    }

    @Test(
        arguments: [
            ("## A *head*\n\nSome **bold** [text](/x).", "A head\nSome bold text.\n"),
            ("one\ntwo\\\nthree", "one two\nthree\n"),
            ("- a\n- b\n  - c", "a\nb\nc\n"),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "a\nb\n1\n2\n"),
            ("> [!inset] Said\n> so.", "Said\nso.\n"),
            ("Call {{force.name}} on `code` now", "Call \u{FFFC} on  now\n"),
            ("a &amp; b \\* c", "a & b * c\n"),
            ("```\ncode\n```\n\n---\n\nend", "end\n"),
            ("{{> block:x}}\n\nend", "end\n"),
            ("", ""),
        ])
    func marksAreLeftOut(markdown: String, text: String) {
        #expect(String(decoding: Self.prose(markdown).bytes, as: UTF8.self) == text)
    }

    @Test func wordsKnowTheirLine() {
        let prose = Self.prose("one\ntwo {{a}} **three**\n\n- four\n- five")
        let text = String(decoding: prose.bytes, as: UTF8.self)
        for (word, line) in [("one", 11), ("two", 12), ("three", 12), ("four", 14), ("five", 15)] {
            let offset = text.utf8.distance(
                from: text.startIndex, to: text.firstRange(of: word)?.lowerBound ?? text.endIndex)
            #expect(prose.line(at: offset) == line, "\(word)")
        }
        #expect(Self.prose("").line(at: 0) == nil)
    }
}
