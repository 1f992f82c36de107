import Diagnostics
import Testing

@testable import Markdown

@Suite struct MarkdownBodyTests {
    @Test(arguments: [
        ("Hello *there* **you**", "<p>Hello <em>there</em> <strong>you</strong></p>\n"),
        ("a < b & \"c\"", "<p>a &lt; b &amp; &quot;c&quot;</p>\n"),
        ("## What to do", "<h2 id=\"what-to-do\">What to do</h2>\n"),
        ("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b", "<ol start=\"3\"><li>a</li>\n<li>b</li>\n</ol>\n"),
        ("> said", "<blockquote><p>said</p>\n</blockquote>\n"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>\n"),
        ("```\n<x>\n```", "<pre><code>&lt;x&gt;\n</code></pre>\n"),
        ("---", "<hr>\n"),
        ("a\\\nb", "<p>a<br>\nb</p>\n"),
        ("[x](https://example.org/?a=1&b=2)", "<p><a href=\"https://example.org/?a=1&amp;b=2\">x</a></p>\n"),
        ("[x](mailto:a@example.org)", "<p><a href=\"mailto:a@example.org\">x</a></p>\n"),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "<table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n</thead>\n<tbody>\n"
                + "<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n"
        ),
    ])
    func rendering(markdown: String, html: String) {
        let (body, report) = parse(markdown)
        #expect(Self.html(of: body) == html)
        #expect(report.isEmpty)
    }

    @Test(arguments: [
        ("one\n\n<div>\n", "p.md:13:1: raw HTML is not allowed in a page"),
        ("é <b>x</b>", "p.md:11:3: raw HTML is not allowed in a page"),
        ("{{force.name}} <b>", "p.md:11:16: raw HTML is not allowed in a page"),
        ("# Title", "p.md:11:1: the title of the page is its only heading of level 1"),
        ("[x](javascript:alert)", "p.md:11:1: a link may not lead to 'javascript:alert'"),
        ("[x](report/burglary)", "p.md:11:1: a link may not lead to 'report/burglary'"),
        ("[x](//evil.example)", "p.md:11:1: a link may not lead to '//evil.example'"),
        ("a ![x](/x.png)", "p.md:11:3: an image is a file of this site, and not '/x.png'"),
        ("a ![ ](/assets/x.png)", "p.md:11:3: the image has no words for those who do not see it"),
        ("[a](/b \"c\")", "p.md:11:1: the link has a title, which most people never see"),
        ("[a](https://b){optional}", "p.md:11:1: only a link to a page of the site can be optional"),
        ("[<https://a.b>](/c)", "p.md:11:2: a link cannot stand in another link"),
        ("[](/report)", "p.md:11:1: the link has no words, so nobody can see it or hear it"),
        ("[x](https:)", "p.md:11:1: a link may not lead to 'https:'"),
        ("[x](https://a@b/)", "p.md:11:1: a link may not lead to 'https://a@b/'"),
        ("[x](mailto:nobody)", "p.md:11:1: a link may not lead to 'mailto:nobody'"),
        ("a {{> block:b}}", "p.md:11:3: this cannot stand here: '{{> block:b}}'"),
        ("{{> partial}}", "p.md:11:1: this cannot stand here: '{{> partial}}'"),
        ("a {{force.name", "p.md:11:3: this slot is never closed"),
    ])
    func faultsHaveTheirPlaceInTheFile(markdown: String, fault: String) {
        let (_, report) = parse(markdown, lineOffset: 10)
        let faults = report.sorted.map { "\($0.location): \($0.message)" }
        #expect(faults.contains(fault), "\(faults)")
    }

    @Test func slotsAreFilledInTextHeadingsAndLinks() {
        let source = "## Call {{force.name}}\n\n{{a}} [{{b}}](tel:{{ c }}) [x](https://e.org/{{d}})"
        let (body, report) = parse(source)
        #expect(report.isEmpty)
        let slots = body.segments.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
        #expect(slots.map(\.name) == ["force.name", "a", "c", "b", "d"])
        #expect(slots.map(\.context) == [.text, .text, .telephone, .text, .url])
        #expect(slots.first?.location == SourceLocation(file: "p.md", line: 1, column: 9))
        #expect(body.headings.map(\.id) == ["call"])
    }

    @Test(arguments: [
        ("`{{ a }} &`", "<p><code>{{ a }} &amp;</code></p>\n"),
        ("    {{> block:b}}\n    {{a}}", "<pre><code>{{&gt; block:b}}\n{{a}}\n</code></pre>\n"),
    ])
    func codeShowsASlotAsItIsWritten(source: String, html: String) {
        let (body, report) = parse(source)
        #expect(Self.html(of: body) == html && report.isEmpty)
    }

    @Test func anEntityThatSpellsThePlaceholderWordIsText() {
        let (body, report) = parse("&#115;ohslot9z {{a}}")
        #expect(Self.html(of: body) == "<p>sohslot9z {a}</p>\n" && report.isEmpty)
    }

    @Test func aSourceThatHoldsThePlaceholderWordIsNotMixedUp() {
        let (body, _) = parse("sohslot0z {{a}} sohslotq0z")
        #expect(Self.html(of: body) == "<p>sohslot0z {a} sohslotq0z</p>\n")
    }

    @Test func linksToPagesAreGapsWithTheirFragments() {
        let (body, _) = parse("[a](/report/burglary#what-to-do) [b](#here)")
        let links = body.segments.compactMap { if case .link(let link) = $0 { link.target } else { nil } }
        #expect(
            links == [.page(path: "/report/burglary", fragment: "what-to-do"), .page(path: "", fragment: "here")])
    }

    @Test func headingsWithTheSameWordsGetDifferentIDs() {
        let (body, _) = parse("## Beth sy'n digwydd?\n\n## Beth sy'n digwydd?\n\n## ?")
        #expect(body.headings.map(\.id) == ["beth-syn-digwydd", "beth-syn-digwydd-2", "section"])
    }

    @Test func noBytesCrash() {
        var state: UInt64 = 3
        let pieces = [
            "*", "_", "`", "[", "](", ")", "<", ">", "{{", "}}", "|", "\n", "#", "> ", "- ", "\t", "é", "\\", "&", "a",
            "---\n",
        ]
        for _ in 0..<5_000 {
            var source = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                source += pieces[Int(state >> 33) % pieces.count]
            }
            let (body, _) = parse(source)
            #expect(!Self.html(of: body).contains("<script"))
        }
    }

    @Test func deepNestingEnds() {
        let (body, _) = parse(String(repeating: "> ", count: 5_000) + "## " + String(repeating: "*a ", count: 5_000))
        #expect(!body.isEmpty)
    }

    private func parse(_ markdown: String, lineOffset: Int = 0) -> (MarkdownBody, DiagnosticReport) {
        var report = DiagnosticReport()
        let body = MarkdownBody(markdown: markdown, file: "p.md", lineOffset: lineOffset, report: &report)
        return (body, report)
    }

    static func html(of body: MarkdownBody) -> String {
        body.segments.map { segment in
            switch segment {
            case .html(let bytes): String(decoding: bytes, as: UTF8.self)
            case .slot(let slot): "{\(slot.name)}"
            case .word(let key): "{\(key)}"
            case .link(let link): "<a\(link.isButton ? " class=button" : "")\(link.isOptional ? " optional" : "")>"
            case .linkEnd: "</a>"
            case .image(let image): " src=\(image.path)"
            case .block(let block): "{block \(block.name)}"
            }
        }.joined()
    }
}
