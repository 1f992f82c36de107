extension MustacheTable {
    /// How a value is found and written.
    static let names: [MustacheRow] = [
        MustacheRow(.interpolation, "braces that close no tag stay", "a }} b } c", [:], "a }} b } c"),
        MustacheRow(.interpolation, "variables stand side by side", "{{a}}{{b}}", ["a": "1", "b": "2"], "12"),
        MustacheRow(.interpolation, "white space around a variable stays", "| {{x}}\t|", ["x": "v"], "| v\t|"),
        MustacheRow(.interpolation, "tabs and line ends in a tag count for nothing", "{{\tx\n}}", ["x": "v"], "v"),
        MustacheRow(.interpolation, "an entity in text is escaped like any text", "{{x}}", ["x": "&lt;"], "&amp;lt;"),
        MustacheRow(.interpolation, "braces in a value make no tag", "{{x}}", ["x": "{{y}}", "y": "no"], "{{y}}"),
        MustacheRow(
            .interpolation, "letters beyond ASCII stay", "{{x}}", ["x": "Tŷ’r Heddlu – 警察"], "Tŷ’r Heddlu – 警察"),
        MustacheRow(
            .interpolation, "a name may hold digits, hyphens and underscores", "{{a-1_b}}", ["a-1_b": "v"], "v"),
        MustacheRow(.interpolation, "three braces take space", "[{{{ h }}}]", ["h": .html("<br>")], "[<br>]"),
        MustacheRow(.interpolation, "space around HTML stays", "[ {{&h}} ]", ["h": .html("<br>")], "[ <br> ]"),
        MustacheRow(.interpolation, "three braces write nothing for null", "[{{{h}}}]", ["h": .null], "[]"),
        MustacheRow(
            .interpolation, "a dotted name says the same as sections", "{{a.b}} {{#a}}{{b}}{{/a}}",
            ["a": ["b": "v"]], "v v"),
        MustacheRow(
            .interpolation, "a dotted name begins in the nearest context that has its first part",
            "{{#a}}{{b.c}}{{/a}}", ["a": ["b": ["c": "near"]], "b": ["c": "far"]], "near"),
        MustacheRow(
            .interpolation, "a dotted name reaches out of a section", "{{#a}}{{b.c}}{{/a}}",
            ["a": ["x": "1"], "b": ["c": "far"]], "far"),
        MustacheRow(.interpolation, "a dotted name through null is nothing", "[{{a.b.c}}]", ["a": .null], "[]"),
        MustacheRow(
            .interpolation, "a dotted name of HTML", "{{{a.h}}}", ["a": ["h": .html("<hr>")]], "<hr>"),
        MustacheRow(
            .interpolation, "null in the nearest context hides what stands further out", "{{#a}}[{{x}}]{{/a}}",
            ["a": ["x": .null], "x": "far"], "[]"),
    ]
}
