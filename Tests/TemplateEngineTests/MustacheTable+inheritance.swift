extension MustacheTable {
    /// Parents and their blocks.
    static let inheritance: [MustacheRow] = [
        MustacheRow(.inheritance, "variables in a default", "{{$b}}Hi {{x}}{{/b}}", ["x": "v"], "Hi v"),
        MustacheRow(
            .inheritance, "sections in a default", "{{$b}}{{#a}}{{x}}{{/a}}{{^a}}none{{/a}}{{/b}}",
            ["a": ["x": "v"]], "v"),
        MustacheRow(
            .inheritance, "data does not fill a block", "{{$b}}default{{/b}}{{<p}}{{/p}}", ["b": "data"],
            "default[d]", partials: ["p": "[{{$b}}d{{/b}}]"]),
        MustacheRow(
            .inheritance, "a block that is not filled keeps its default", "{{<p}}{{$b}}x{{/b}}{{/p}}", [:], "1x3",
            partials: ["p": "{{$a}}1{{/a}}{{$b}}2{{/b}}{{$c}}3{{/c}}"]),
        MustacheRow(
            .inheritance, "nothing fills a block too", "{{<p}}{{$b}}{{/b}}{{/p}}", [:], "[]",
            partials: ["p": "[{{$b}}d{{/b}}]"]),
        MustacheRow(
            .inheritance, "what fills a block is forgotten after its parent",
            "{{<p}}{{$b}}1{{/b}}{{/p}}{{<p}}{{$b}}2{{/b}}{{/p}}{{<p}}{{/p}}{{> p}}", [:], "[1][2][d][d]",
            partials: ["p": "[{{$b}}d{{/b}}]"]),
        MustacheRow(
            .inheritance, "space in the tags counts for nothing", "{{< p }}{{$ b }}x{{/ b }}{{/ p }}", [:], "[x]",
            partials: ["p": "[{{$ b }}d{{/ b }}]"]),
        MustacheRow(
            .inheritance, "a comment in a parent is ignored", "{{<p}}{{! c }}{{$b}}x{{/b}}{{/p}}", [:], "[x]",
            partials: ["p": "[{{$b}}d{{/b}}]"]),
        MustacheRow(
            .inheritance, "a variable in a parent, outside of blocks, is ignored",
            "{{<p}}{{x}}{{#x}}{{$b}}lost{{/b}}{{/x}}{{$b}}kept{{/b}}{{/p}}", ["x": "v"], "[kept]",
            partials: ["p": "[{{$b}}d{{/b}}]"], mark: .oracleIsWrong("it refuses the template")),
        MustacheRow(
            .inheritance, "a parent in a section", "{{#x}}{{<p}}{{$b}}{{.}}{{/b}}{{/p}}{{/x}}", ["x": ["1", "2"]],
            "[1][2]", partials: ["p": "[{{$b}}d{{/b}}]"]),
        MustacheRow(
            .inheritance, "a block in a section is filled for each item", "{{<p}}{{$b}}({{.}}){{/b}}{{/p}}",
            ["x": ["1", "2"]], "(1)(2)", partials: ["p": "{{#x}}{{$b}}{{.}}{{/b}}{{/x}}"]),
        MustacheRow(
            .inheritance, "what fills a block sees the context where the block stands",
            "{{<p}}{{$b}}{{x}}{{/b}}{{/p}}", ["x": "out", "a": ["x": "in"]], "in",
            partials: ["p": "{{#a}}{{$b}}d{{/b}}{{/a}}"]),
        MustacheRow(
            .inheritance, "a block in the default of a block can be filled", "{{<p}}{{$b}}x{{/b}}{{/p}}", [:], "1x3",
            partials: ["p": "{{$a}}1{{$b}}2{{/b}}3{{/a}}"]),
        MustacheRow(
            .inheritance, "a block that is filled takes those in its default with it", "{{<p}}{{$a}}x{{/a}}{{/p}}", [:],
            "x", partials: ["p": "{{$a}}1{{$b}}2{{/b}}3{{/a}}"]),
        MustacheRow(
            .inheritance, "a block may be filled with a parent",
            "{{<p}}{{$b}}{{<q}}{{$c}}deep{{/c}}{{/q}}{{/b}}{{/p}}", [:], "[(deep)]",
            partials: ["p": "[{{$b}}{{/b}}]", "q": "({{$c}}{{/c}})"]),
        MustacheRow(
            .inheritance, "a block may be filled with a partial", "{{<p}}{{$b}}{{> q}}{{/b}}{{/p}}", ["x": "v"], "[v]",
            partials: ["p": "[{{$b}}{{/b}}]", "q": "{{x}}"]),
        MustacheRow(
            .inheritance, "the blocks of a partial are filled by the parent around it", "{{<p}}{{$b}}x{{/b}}{{/p}}",
            [:],
            "<[x]>", partials: ["p": "<{{> q}}>", "q": "[{{$b}}d{{/b}}]"]),
        MustacheRow(
            .inheritance, "the first that fills a block wins, through three levels",
            "{{<a}}{{$x}}top{{/x}}{{/a}}", [:], "[top]",
            partials: ["a": "{{<b}}{{$x}}a{{/x}}{{/b}}", "b": "{{<c}}{{$x}}b{{/x}}{{/c}}", "c": "[{{$x}}c{{/x}}]"]),
        MustacheRow(
            .inheritance, "a level that fills nothing is passed over", "{{<a}}{{/a}}", [:], "[b]",
            partials: ["a": "{{<b}}{{/b}}", "b": "{{<c}}{{$x}}b{{/x}}{{/c}}", "c": "[{{$x}}c{{/x}}]"]),
        MustacheRow(
            .inheritance, "parents may lead back to each other", "{{<p}}{{$a}}A{{/a}}{{/p}}", [:], "A-A+A-end",
            partials: [
                "p": "{{$a}}p{{/a}}-{{$b}}{{<q}}{{/q}}{{/b}}", "q": "{{$a}}q{{/a}}+{{<p}}{{$b}}end{{/b}}{{/p}}",
            ]),
    ]
}
