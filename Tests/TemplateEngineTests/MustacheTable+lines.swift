extension MustacheTable {
    /// Tags that stand alone, and take their line with them.
    static let lines: [MustacheRow] = [
        MustacheRow(
            .lines, "a section on indented lines", "a\n  {{#x}}\nb\n  {{/x}}\nc\n", ["x": true], "a\nb\nc\n"),
        MustacheRow(.lines, "an opposite on its own lines", "a\n{{^x}}\nb\n{{/x}}\nc\n", ["x": false], "a\nb\nc\n"),
        MustacheRow(
            .lines, "an opposite on CRLF lines", "a\r\n {{^x}}\r\nb\r\n {{/x}}\r\nc\r\n", ["x": false],
            "a\r\nb\r\nc\r\n"),
        MustacheRow(
            .lines, "a list on its own lines", "{{#x}}\n- {{.}}\n{{/x}}\n", ["x": ["1", "2"]], "- 1\n- 2\n"),
        MustacheRow(
            .lines, "sections in sections", "{{#a}}\n {{#b}}\n  {{x}}\n {{/b}}\n{{/a}}\n",
            ["a": true, "b": ["x": "v"]], "  v\n"),
        MustacheRow(.lines, "a section of no lines", "a\n{{#x}}\n{{/x}}\nb", ["x": true], "a\nb"),
        MustacheRow(.lines, "tabs around a tag", "\t{{#x}}\t\ny\n\t{{/x}} \t\n", ["x": true], "y\n"),
        MustacheRow(.lines, "the first line", "  {{#x}}\na{{/x}}\nb", ["x": true], "a\nb"),
        MustacheRow(.lines, "the last line without an end", "a{{#x}}\nb\n  {{/x}}", ["x": true], "a\nb\n"),
        MustacheRow(.lines, "text before a tag keeps its line", "a{{#x}}\nb\n{{/x}}\nc", ["x": true], "a\nb\nc"),
        MustacheRow(.lines, "two tags keep their line", "{{#x}}{{/x}}\n{{! a }}{{! b }}\n", ["x": true], "\n\n"),
        MustacheRow(.lines, "HTML keeps its line", " {{{h}}}\n {{&h}}\n", ["h": .html("<br>")], " <br>\n <br>\n"),
        MustacheRow(.lines, "text and CRLF after a variable stay", " {{x}}\r\n", ["x": "v"], " v\r\n"),
        MustacheRow(.lines, "a comment on the first line", "{{! c }}\na", [:], "a"),
        MustacheRow(.lines, "a comment on the last line without an end", "a\n  {{! c }}", [:], "a\n"),
        MustacheRow(.lines, "a comment on a CRLF line", "a\r\n\t{{! c }}\r\nb\r\n", [:], "a\r\nb\r\n"),
        MustacheRow(.lines, "a comment of several lines", "a\n  {{! one\n  two }}\nb\n", [:], "a\nb\n"),
        MustacheRow(.lines, "delimiters", "a\n {{=<% %>=}}\n<%x%>\n", ["x": "v"], "a\nv\n"),
        MustacheRow(.lines, "delimiters on a CRLF line", "a\r\n{{=<% %>=}}\r\n<%x%>", ["x": "v"], "a\r\nv"),
        MustacheRow(.lines, "delimiters on the last line without an end", "a\n{{=<% %>=}}", [:], "a\n"),
        MustacheRow(.lines, "a partial", "a\n{{> p}}\nb\n", [:], "a\nx\nb\n", partials: ["p": "x\n"]),
        MustacheRow(
            .lines, "a partial whose last line has no end", "a\r\n{{> p}}\r\nb", [:], "a\r\nxb", partials: ["p": "x"]),
        MustacheRow(
            .lines, "a partial on the last line without an end", "a\n{{> p}}", [:], "a\nx\n", partials: ["p": "x\n"]),
        MustacheRow(.lines, "a block", "a\n{{$b}}\nd\n{{/b}}\nc\n", [:], "a\nd\nc\n"),
        MustacheRow(.lines, "a block on CRLF lines", "a\r\n{{$b}}\r\nd\r\n{{/b}}\r\n", [:], "a\r\nd\r\n"),
        MustacheRow(
            .lines, "a parent and what fills it", "a\n{{<p}}\n{{$b}}\nx\n{{/b}}\n{{/p}}\nc\n", [:], "a\n[\nx\n]\nc\n",
            partials: ["p": "[\n{{$b}}\nd\n{{/b}}\n]\n"]),
        MustacheRow(
            .lines, "a parent on CRLF lines", "{{<p}}\r\n{{$b}}x{{/b}}\r\n{{/p}}\r\nc", [:], "[x]\r\nc",
            partials: ["p": "[{{$b}}d{{/b}}]\r\n"]),
        MustacheRow(
            .lines, "white space after a tag at the end of the last line", "a\n{{! c }}  ", [:], "a\n",
            mark: .oracleIsWrong("it wants an end of the line there")),
        MustacheRow(
            .lines, "white space on the last line stays", "a\n  ", [:], "a\n  ", mark: .oracleIsWrong("it drops it")),
        MustacheRow(
            .lines, "a tag may stand alone after a section that began within a line",
            "a{{#x}}\n{{/x}}\n  {{! c }}\nb", ["x": true], "a\nb",
            mark: .oracleIsWrong("it judges the line by where the section began")),
    ]
}
