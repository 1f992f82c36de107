extension MustacheTable {
    /// Comments, delimiters and partials.
    static let tags: [MustacheRow] = [
        MustacheRow(.comments, "a comment goes over several lines", "a{{! one\ntwo }}b", [:], "ab"),
        MustacheRow(.comments, "space around a comment in a line stays", "a {{! c }} b", [:], "a  b"),
        MustacheRow(.comments, "a comment ends at the first end of a tag", "{{! {{x }}b", [:], "b"),
        MustacheRow(.comments, "a comment is no variable", "[{{!x}}]", ["x": "v"], "[]"),
        MustacheRow(.comments, "signs of other tags mean nothing in a comment", "a{{!=#/>$<^&}}b", [:], "ab"),
        MustacheRow(.delimiters, "delimiters of one letter", "{{=| |=}}[|x|]", ["x": "v"], "[v]"),
        MustacheRow(.delimiters, "space around new delimiters", "{{=  <%  %>  =}}<%x%>", ["x": "v"], "v"),
        MustacheRow(
            .delimiters, "sections with new delimiters", "{{=<% %>=}}<%#a%><%b%><%/a%><%^a%>none<%/a%>",
            ["a": ["b": "v"]], "v"),
        MustacheRow(.delimiters, "comments with new delimiters", "{{=<% %>=}}a<%! {{x}} %>b", [:], "ab"),
        MustacheRow(.delimiters, "HTML with new delimiters", "{{=| |=}}|&h|", ["h": .html("<br>")], "<br>"),
        MustacheRow(
            .delimiters, "HTML between braces with new delimiters", "{{=<% %>=}}<%{ h }%>", ["h": .html("<br>")],
            "<br>", mark: .oracleIsWrong("it expects the delimiter before the brace")),
        MustacheRow(
            .delimiters, "a partial has its own delimiters", "{{=<% %>=}}<%> p %>{{x}}", ["x": "v"], "v{{x}}",
            partials: ["p": "{{x}}"]),
        MustacheRow(
            .delimiters, "the delimiters of a partial end with it", "{{> p}}<%x%>{{x}}", ["x": "v"], "v<%x%>v",
            partials: ["p": "{{=<% %>=}}<%x%>"]),
        MustacheRow(
            .delimiters, "delimiters outlast the section that set them", "{{#a}}{{=<% %>=}}<%x%><%/a%><%x%>",
            ["a": true, "x": "v"], "vv", mark: .oracleIsWrong("it goes back to the old ones where the section ends")),
        MustacheRow(
            .partials, "a partial sees the context where it stands", "{{> p}}{{#a}}{{> p}}{{/a}}",
            ["x": "out", "a": ["x": "in"]], "outin", partials: ["p": "{{x}}"]),
        MustacheRow(.partials, "a partial may come again", "{{> p}}{{> p}}", [:], "xx", partials: ["p": "x"]),
        MustacheRow(
            .partials, "partials include partials", "{{> p}}", [:], "[(x)]",
            partials: ["p": "[{{> q}}]", "q": "({{> r}})", "r": "x"]),
        MustacheRow(.partials, "an empty partial is nothing", "[{{> p}}]", [:], "[]", partials: ["p": ""]),
        MustacheRow(
            .partials, "space in the tag counts for nothing", "[{{>p}}{{>  p  }}]", [:], "[xx]", partials: ["p": "x"]),
        MustacheRow(
            .partials, "space around a partial stays", "| {{> p}} |", [:], "| \t|\t |", partials: ["p": "\t|\t"]),
        MustacheRow(
            .partials, "the line ends of a partial stay", " {{x}} {{> p}}\n", ["x": "v"], " v >\n>\n",
            partials: ["p": ">\n>"]),
        MustacheRow(
            .partials, "a partial draws a tree",
            "{{> node}}", ["name": "1", "below": [["name": "2", "below": []], ["name": "3", "below": []]]], "1(2()3())",
            partials: ["node": "{{name}}({{#below}}{{> node}}{{/below}})"]),
    ]
}
