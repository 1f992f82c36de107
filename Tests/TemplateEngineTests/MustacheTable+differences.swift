extension MustacheTable {
    private static let misspelt = "a misspelt name would go out as a gap that nobody sees"
    private static let typed = "whether a value is HTML is for its type to say, not for who writes the template"
    private static let lineOfItsOwn = "a tag stands alone if it is the only one on its line, and in no other case"
    private static let unindented = "indentation means nothing in HTML, and would change what is in a textarea"

    /// What we do otherwise than Mustache.
    static let differences: [MustacheRow] = [
        MustacheRow(.interpolation, "an unknown name", "[{{x}}]", [:], fault: "unknown-name", because: misspelt),
        MustacheRow(
            .interpolation, "an unknown name of HTML", "{{{x}}}", [:], fault: "unknown-name", because: misspelt),
        MustacheRow(
            .interpolation, "a dotted name that breaks off", "{{a.b.c}}", ["a": [:]], fault: "unknown-name",
            because: misspelt),
        MustacheRow(
            .interpolation, "a dotted name does not begin again further out", "{{#a}}{{b.c}}{{/a}}",
            ["a": ["b": [:]], "b": ["c": "far"]], fault: "unknown-name", because: misspelt),
        MustacheRow(.interpolation, "text in three braces", "{{{x}}}", ["x": "<b>"], fault: "not-html", because: typed),
        MustacheRow(
            .interpolation, "text after an ampersand", "{{&x}}", ["x": "<b>"], fault: "not-html", because: typed),
        MustacheRow(
            .interpolation, "HTML in two braces", "{{h}}", ["h": .html("<b>")], fault: "not-text", because: typed),
        MustacheRow(
            .interpolation, "a flag has no text", "{{x}}", ["x": true], fault: "not-text",
            because: "the word for it depends on the language of the page"),
        MustacheRow(
            .interpolation, "a name that begins with a dot", "{{#a}}{{.b}}{{/a}}", ["a": ["b": "v"]],
            fault: "malformed-tag", because: "every name is known, so there is no need to look in one place only"),
        MustacheRow(.sections, "an unknown section", "{{#x}}y{{/x}}", [:], fault: "unknown-name", because: misspelt),
        MustacheRow(
            .sections, "empty text does not hold", "{{#x}}{{#.}}y{{/.}}{{^.}}n{{/.}}{{/x}}", ["x": ["a", ""]], "yn",
            mark: .differs("text that is not there is mostly empty text")),
        MustacheRow(.inverted, "an unknown opposite", "{{^x}}y{{/x}}", [:], fault: "unknown-name", because: misspelt),
        MustacheRow(.partials, "an unknown partial", "{{> p}}", [:], fault: "unknown-template", because: misspelt),
        MustacheRow(
            .partials, "a partial that the data name", "{{> *x}}", ["x": "p"], fault: "unknown-template",
            because: "which templates make a page is known before there are data", partials: ["p": "y"]),
        MustacheRow(
            .partials, "an indented partial", "a\n  {{> p}}\nb", [:], "a\nx\ny\nb", partials: ["p": "x\ny\n"],
            mark: .differs(unindented)),
        MustacheRow(
            .inheritance, "an unknown parent", "{{<p}}{{/p}}", [:], fault: "unknown-template", because: misspelt),
        MustacheRow(
            .inheritance, "an indented block", "{{<p}}\n{{$b}}\nx\n{{/b}}\n{{/p}}\n", [:], "a\nx\n",
            partials: ["p": "a\n  {{$b}}\n  d\n  {{/b}}\n"], mark: .differs(unindented)),
        MustacheRow(
            .inheritance, "a parent that begins and ends on the same line", "a\n{{<p}}{{/p}}\nb", [:], "a\nx\n\nb",
            partials: ["p": "x\n"], mark: .differs(lineOfItsOwn)),
        MustacheRow(
            .inheritance, "a block that begins behind its parent", "{{<p}}{{$b}}\nx\n{{/b}}{{/p}}", [:], "[\nx\n]",
            partials: ["p": "[{{$b}}d{{/b}}]"], mark: .differs(lineOfItsOwn)),
    ]
}
