extension MustacheTable {
    /// Sections and their opposites.
    static let sections: [MustacheRow] = [
        MustacheRow(.sections, "an object is a context", "{{#a}}{{b}}{{/a}}", ["a": ["b": "v"]], "v"),
        MustacheRow(.sections, "an empty object holds", "{{#a}}yes{{/a}}", ["a": [:]], "yes"),
        MustacheRow(.sections, "text is its own item", "{{#x}}{{.}} is {{x}}{{/x}}", ["x": "v"], "v is v"),
        MustacheRow(.sections, "text is no list of letters", "{{#x}}once{{/x}}", ["x": "abc"], "once"),
        MustacheRow(.sections, "HTML that is there holds", "{{#h}}{{{h}}}{{/h}}", ["h": .html("<br>")], "<br>"),
        MustacheRow(.sections, "null does not hold", "[{{#x}}yes{{/x}}]", ["x": .null], "[]"),
        MustacheRow(
            .sections, "a section may stand in one of its own name", "a{{#x}}b{{#x}}c{{/x}}d{{/x}}e", ["x": true],
            "abcde"),
        MustacheRow(
            .sections, "what does not hold is passed over with all that is in it",
            "a{{#x}}b{{#x}}c{{/x}}d{{/x}}e", ["x": false], "ae"),
        MustacheRow(.sections, "a section may come again", "{{#x}}1{{/x}}-{{#x}}2{{/x}}", ["x": true], "1-2"),
        MustacheRow(
            .sections, "lists nest, and their items see those around them",
            "{{#streets}}{{#houses}}{{street}} {{number}};{{/houses}}{{/streets}}",
            [
                "streets": [
                    ["street": "Elm", "houses": [["number": "1"], ["number": "2"]]], ["street": "Oak", "houses": []],
                ]
            ],
            "Elm 1;Elm 2;"),
        MustacheRow(
            .sections, "a list in a list is an item", "{{#x}}({{#.}}{{.}}{{/.}}){{/x}}", ["x": [["a", "b"], ["c"]]],
            "(ab)(c)"),
        MustacheRow(
            .sections, "flags are items", "{{#x}}{{#.}}y{{/.}}{{^.}}n{{/.}}{{/x}}", ["x": [true, false, true]], "yny"),
        MustacheRow(.sections, "a dotted name that holds", "{{#a.b}}yes{{/a.b}}", ["a": ["b": true]], "yes"),
        MustacheRow(.sections, "a dotted name that does not", "[{{#a.b}}yes{{/a.b}}]", ["a": ["b": false]], "[]"),
        MustacheRow(.sections, "space in the tags counts for nothing", "{{# x }}y{{/ x }}", ["x": true], "y"),
        MustacheRow(
            .sections, "white space around and inside stays", " {{#x}}\t{{/x}} |", ["x": true], " \t |"),
        MustacheRow(.inverted, "false", "{{^x}}none{{/x}}", ["x": false], "none"),
        MustacheRow(.inverted, "null", "{{^x}}none{{/x}}", ["x": .null], "none"),
        MustacheRow(.inverted, "true", "[{{^x}}none{{/x}}]", ["x": true], "[]"),
        MustacheRow(.inverted, "an object", "[{{^x}}none{{/x}}]", ["x": ["a": "1"]], "[]"),
        MustacheRow(.inverted, "a list with items", "[{{^x}}none{{/x}}]", ["x": ["a"]], "[]"),
        MustacheRow(.inverted, "a dotted name", "{{^a.b}}none{{/a.b}}", ["a": ["b": []]], "none"),
        MustacheRow(.inverted, "a dotted name through null", "{{^a.b}}none{{/a.b}}", ["a": .null], "none"),
        MustacheRow(.inverted, "space in the tags counts for nothing", "{{^ x }}n{{/ x }}", ["x": false], "n"),
        MustacheRow(
            .inverted, "an opposite may stand in one of its own name", "a{{^x}}b{{^x}}c{{/x}}d{{/x}}e",
            ["x": false], "abcde"),
        MustacheRow(
            .inverted, "a section and its opposite share a name",
            "{{^x}}a{{/x}}{{#x}}b{{/x}}{{^x}}c{{/x}}", ["x": false], "ac"),
        MustacheRow(
            .inverted, "the context stays", "{{#a}}{{^b}}{{c}}{{/b}}{{/a}}", ["a": ["b": false, "c": "v"]], "v"),
    ]
}
