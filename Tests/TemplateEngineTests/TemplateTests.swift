import TestSupport
import Testing

@testable import TemplateEngine

@Suite struct TemplateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let behaviour: String
        let template: String
        let context: TemplateValue
        let output: String
        var partials: [String: String] = [:]

        init(
            _ behaviour: String, _ template: String, _ context: TemplateValue, _ output: String,
            partials: [String: String] = [:]
        ) {
            self.behaviour = behaviour
            self.template = template
            self.context = context
            self.output = output
            self.partials = partials
        }

        var testDescription: String { behaviour }
    }

    static let cases: [Case] = [
        Case("text stays", "a { b } c", [:], "a { b } c"),
        Case("a variable", "Hi {{name}}!", ["name": "Ann"], "Hi Ann!"),
        Case("space in a tag", "{{ name }}", ["name": "Ann"], "Ann"),
        Case("escaping", "{{x}}", ["x": "<a href=\"'&'\">"], "&lt;a href=&quot;&#39;&amp;&#39;&quot;&gt;"),
        Case("null writes nothing", "[{{x}}]", ["x": .null], "[]"),
        Case("a dotted name", "{{a.b.c}}", ["a": ["b": ["c": "deep"]]], "deep"),
        Case("a dotted name through null", "[{{#a.b}}x{{/a.b}}]", ["a": .null], "[]"),
        Case("raw HTML with three braces", "{{{h}}}", ["h": .html(HTML(trusted: Array("<b>".utf8)))], "<b>"),
        Case("raw HTML with an ampersand", "{{& h}}", ["h": .html(HTML(trusted: Array("<b>".utf8)))], "<b>"),
        Case("a section that holds", "{{#x}}yes{{/x}}", ["x": true], "yes"),
        Case("a section that does not", "{{#x}}yes{{/x}}", ["x": false], ""),
        Case("empty text is falsy", "{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": ""], "no"),
        Case("a list", "{{#x}}<{{n}}>{{/x}}", ["x": [["n": "1"], ["n": "2"]]], "<1><2>"),
        Case("an empty list", "{{#x}}a{{/x}}{{^x}}none{{/x}}", ["x": []], "none"),
        Case("the item itself", "{{#x}}{{.}},{{/x}}", ["x": ["a", "b"]], "a,b,"),
        Case("outer names inside", "{{#x}}{{y}}{{/x}}", ["x": [[:]], "y": "out"], "out"),
        Case("inner names win", "{{#x}}{{y}}{{/x}}", ["x": [["y": "in"]], "y": "out"], "in"),
        Case("a comment", "a{{! no }}b", [:], "ab"),
        Case("a comment on its own line", "a\n  {{! no }}\nb", [:], "a\nb"),
        Case("a section on lines of its own", "{{#x}}\nline\n{{/x}}\nend", ["x": true], "line\nend"),
        Case("a section on CRLF lines", "{{#x}}\r\nline\r\n{{/x}}\r\nend", ["x": true], "line\r\nend"),
        Case("a variable keeps its line", "  {{x}}\n", ["x": "v"], "  v\n"),
        Case("delimiters", "{{=<% %>=}}<% x %>{{x}}<%={{ }}=%>{{x}}", ["x": "v"], "v{{x}}v"),
        Case("a partial", "[{{> p}}]", ["x": "v"], "[v]", partials: ["p": "{{x}}"]),
        Case("a partial in a folder", "{{> form/p}}", [:], "in", partials: ["form/p": "in"]),
        Case(
            "a partial that includes itself", "{{> p}}", ["n": "1", "c": [["n": "2", "c": []]]], "12",
            partials: ["p": "{{n}}{{#c}}{{> p}}{{/c}}"]),
        Case("a block stands for itself", "{{$b}}default{{/b}}", [:], "default"),
        Case(
            "a child fills a block", "{{< p}}{{$b}}child{{/b}}{{/p}}", [:], "<child>",
            partials: ["p": "<{{$b}}default{{/b}}>"]),
        Case("a child that fills nothing", "{{< p}}{{/p}}", [:], "<default>", partials: ["p": "<{{$b}}default{{/b}}>"]),
        Case(
            "what stands in a parent outside of blocks is ignored", "{{< p}}lost{{$b}}kept{{/b}}{{/p}}", [:], "<kept>",
            partials: ["p": "<{{$b}}{{/b}}>"]),
        Case(
            "the outermost child wins", "{{< q}}{{$b}}outer{{/b}}{{/q}}", [:], "<outer>",
            partials: ["p": "<{{$b}}{{/b}}>", "q": "{{< p}}{{$b}}middle{{/b}}{{/p}}"]),
    ]

    @Test(arguments: cases)
    func rendering(_ test: Case) throws {
        #expect(try render(test.template, test.context, partials: test.partials) == test.output)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let template: String
        let message: String
        var testDescription: String { message }

        init(_ template: String, _ message: String) {
            self.template = template
            self.message = message
        }
    }

    static let faults: [Fault] = [
        Fault("line\n  {{nmae}}", "t.mustache:2:3 unknown-name unknown name 'nmae' did you mean 'name'?"),
        Fault("{{a.b}}", "t.mustache:1:1 unknown-name unknown name 'a.b' did you mean 'x'?"),
        Fault("{{#x}}", "t.mustache:1:1 unclosed-section 'x' is never closed end it with {{/x}}"),
        Fault("{{/x}}", "t.mustache:1:1 unexpected-close 'x' is closed here but was not the last to be opened"),
        Fault(
            "{{#name}}{{/x}}", "t.mustache:1:10 unexpected-close 'x' is closed here but was not the last to be opened"),
        Fault("é{{x", "t.mustache:1:2 unclosed-tag this tag is never closed close it with }}"),
        Fault("{{}}", "t.mustache:1:1 malformed-tag '' is not a name"),
        Fault("{{> nope}}", "t.mustache:1:1 unknown-template there is no template 'nope' known here: loop, t"),
        Fault(
            "{{{name}}}",
            "t.mustache:1:1 not-html 'name' is text, which must be escaped write it with two braces: {{name}}"),
        Fault(
            "{{html}}",
            "t.mustache:1:1 not-text 'html' is HTML, which would be escaped twice write it with three braces: {{{html}}}"
        ),
        Fault("{{a}}", "t.mustache:1:1 not-text 'a' has no text of its own open it as a section: {{#a}}"),
        Fault("{{> loop}}", "loop.mustache:1:1 too-deep templates include each other more than 128 deep"),
        Fault(
            "{{< t}}{{$b}}{{$b}}x{{/b}}{{/b}}{{/t}}{{$b}}y{{/b}}",
            "t.mustache:1:1 too-deep templates include each other more than 128 deep"),
    ]

    @Test(arguments: faults)
    func faultsHaveTheirPlaceAndARemedy(_ fault: Fault) throws {
        let context: TemplateValue = ["name": "Ann", "a": ["x": "y"], "html": .html(HTML(escaping: "x"))]
        let error = try #require(throws: TemplateError.self) {
            try render(fault.template, context, partials: ["loop": "{{> loop}}"])
        }
        let remedy = error.remedy.map { " \($0)" } ?? ""
        #expect("\(error.location) \(error.code.rawValue) \(error.message)\(remedy)" == fault.message)
    }

    @Test func sectionsCannotExhaustTheStack() throws {
        let deep = String(repeating: "{{#x}}", count: 10_000)
        let error = try #require(throws: TemplateError.self) { try render(deep, ["x": true]) }
        #expect(error.code == .tooDeep)
    }

    /// A combining mark after a quote makes one `Character` of both, which an engine that escapes by characters
    /// would pass over.
    @Test func noValueLeavesTextOrAttribute() throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet: [Unicode.Scalar] = [
            "<", ">", "\"", "'", "&", "a", "\u{301}", "\u{200D}", "\r", "\n", "é", "😀", "=", " ",
        ]
        for _ in 0..<2_000 {
            var value = ""
            for _ in 0..<Int.random(in: 0..<12, using: &generator) {
                value.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
            }
            let html = try render("<a title=\"{{x}}\" class='{{x}}'>{{x}}</a>", ["x": .text(value)])
            #expect(html.utf8.count { $0 == UInt8(ascii: "<") } == 2)
            #expect(html.utf8.count { $0 == UInt8(ascii: ">") } == 2)
            #expect(html.utf8.count { $0 == UInt8(ascii: "\"") } == 2)
            #expect(html.utf8.count { $0 == UInt8(ascii: "'") } == 2)
        }
    }

    @Test func noBytesAsATemplateCrash() {
        var generator = SeededGenerator(seed: 11)
        let pieces = [
            "{{", "}}", "{{{", "}}}", "{{#", "{{/", "{{<", "{{$", "{{=", "=}}", "x", "\n", " ", "\u{0}", "é", ".",
            "{{>",
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 0..<20, using: &generator)
            var source = (0..<count).flatMap { _ in
                Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8)
            }
            if Bool.random(using: &generator) { source.append(UInt8.random(in: 128...255, using: &generator)) }
            guard let template = try? Template(name: "t", file: "t.mustache", source: source) else { continue }
            _ = try? TemplateSet([template]).render("t", with: ["x": [["x": true]]])
        }
    }

    private func render(
        _ template: String, _ context: TemplateValue, partials: [String: String] = [:]
    ) throws -> String {
        var templates = [try Template(name: "t", file: "t.mustache", source: Array(template.utf8))]
        for (name, source) in partials {
            templates.append(try Template(name: name, file: "\(name).mustache", source: Array(source.utf8)))
        }
        return String(decoding: try TemplateSet(templates).render("t", with: context).bytes, as: UTF8.self)
    }
}
