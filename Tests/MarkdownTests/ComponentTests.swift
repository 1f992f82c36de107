import Diagnostics
import Testing

@testable import Markdown

@Suite struct ComponentTests {
    @Test(arguments: [
        (
            "> [!warning] Do not touch *anything*.\n>\n> Not even the door.",
            "<div class=\"warning\">\n<p class=\"visually-hidden\">{components.warning}</p>\n"
                + "<p><strong>Do not touch <em>anything</em>.</strong></p>\n<p>Not even the door.</p>\n</div>\n"
        ),
        ("> [!inset]\n> It takes ten minutes.", "<div class=\"inset\">\n<p>It takes ten minutes.</p>\n</div>\n"),
        (
            "> [!details] What counts\n> Anything.\n>\n> - a\n> - b",
            "<details>\n<summary>What counts</summary>\n<p>Anything.</p>\n<ul><li>a</li>\n<li>b</li>\n</ul>\n</details>\n"
        ),
        (
            "> [!button] [Report it](/report/theft)",
            "<div class=\"button\">\n<p><a class=button>Report it</a></p>\n</div>\n"
        ),
        (
            "> [!button] [Report it](https://example.org/)",
            "<div class=\"button\">\n<p><a class=\"button\" href=\"https://example.org/\">Report it</a></p>\n</div>\n"
        ),
        (
            "> [!steps]\n>\n> 1. First\n> 2. Then",
            "<div class=\"steps\">\n<ol><li>First</li>\n<li>Then</li>\n</ol>\n</div>\n"
        ),
        (
            "> [!contact] Front counter\n>\n> Call [{{a}}](tel:{{a}}).",
            "<div class=\"contact\">\n<p><strong>Front counter</strong></p>\n"
                + "<p>Call <a href=\"tel:{a}\">{a}</a>.</p>\n</div>\n"
        ),
        (
            "> [!emergency] Call {{site.signposts.emergency}} now",
            "<div class=\"emergency\">\n<p><strong>Call {site.signposts.emergency} now</strong></p>\n</div>\n"
        ),
        (
            "> [!table] When we are open\n>\n> | Day |\n> | --- |\n> | Monday |",
            "<table>\n<caption>When we are open</caption>\n<thead>\n<tr><th scope=\"col\">Day</th></tr>\n</thead>\n"
                + "<tbody>\n<tr><td>Monday</td></tr>\n</tbody>\n</table>\n"
        ),
        ("> said\n> [!warning]", "<blockquote><p>said\n[!warning]</p>\n</blockquote>\n"),
        (
            "1. > [!inset] In a list",
            "<ol><li><div class=\"inset\">\n<p>In a list</p>\n</div>\n</li>\n</ol>\n"
        ),
        (
            "![A {{a}} door](/assets/door.png)",
            "<p><img src=door.png alt=\"A {a} door\"></p>\n"
        ),
        ("[Form](/assets/form.pdf) and", "<p><a>Form</a> and</p>\n"),
        ("[a](/b){optional}, c", "<p><a optional>a</a>, c</p>\n"),
        ("{{> block:local-help}}", "{block local-help}"),
    ])
    func rendering(markdown: String, html: String) {
        let (body, report) = parse(markdown)
        #expect(MarkdownBodyTests.html(of: body) == html)
        #expect(report.isEmpty, "\(report.sorted)")
    }

    @Test(arguments: [
        (
            "> [!warnign] x",
            "p.md:1:3: there is no component 'warnign' | there are: button, contact, details, emergency, inset, steps, table, warning"
        ),
        (
            "> [!details]\n> x",
            "p.md:1:3: this is not a 'details' as it must be: its first line says nothing after the name | "
                + "write it as: > [!details] What happens next"
        ),
        (
            "> [!button] Report it",
            "p.md:1:3: this is not a 'button' as it must be: it holds one link and nothing else | "
                + "write it as: > [!button] [Report it](/report/burglary)"
        ),
        (
            "> [!steps]\n>\n> - a",
            "p.md:1:3: this is not a 'steps' as it must be: it holds one numbered list | "
                + "write it as: > [!steps] ⏎ > ⏎ > 1. First"
        ),
        (
            "> [!table] Caption\n>\n> Text",
            "p.md:1:3: this is not a 'table' as it must be: it holds one table | "
                + "write it as: > [!table] When we are open ⏎ > ⏎ > | Day | Hours |"
        ),
    ])
    func whatIsNotAsItMustBeIsSaidWithAnExample(markdown: String, fault: String) {
        let (_, report) = parse(markdown)
        #expect(report.sorted.map { "\($0.location): \($0.message) | \($0.remedy ?? "")" } == [fault])
    }

    @Test func headingsOfABlockStandWhereTheBlockDoes() {
        let (page, _) = parse("## One\n\n{{> block:b}}\n\n## Two\n\n{{> block:none}}\n\n## Three")
        var report = DiagnosticReport()
        let block = MarkdownBody(
            markdown: "## Two", file: "b.md", lineOffset: 0, headingPrefix: "b-", report: &report)
        let filled = page.filling { $0.name == "b" ? block : nil }
        #expect(filled.headings.map(\.id) == ["one", "b-two", "two", "three"])
        #expect(filled.blocks.isEmpty)
        #expect(page.filling { _ in nil }.headings.map(\.id) == ["one", "two", "three"])
        let english = MarkdownBodyTests.html(of: block.marked(language: "en"))
        #expect(english == "<div lang=\"en\">\n<h2 id=\"b-two\">Two</h2>\n</div>\n")
    }

    private func parse(_ markdown: String) -> (MarkdownBody, DiagnosticReport) {
        var report = DiagnosticReport()
        let body = MarkdownBody(markdown: markdown, file: "p.md", lineOffset: 0, report: &report)
        return (body, report)
    }
}
