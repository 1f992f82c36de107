import Testing

@testable import TemplateEngine

@Suite struct StencilTests {
    @Test func marksThatATemplateWroteBecomeGaps() throws {
        let template = try Template(name: "t", file: "t", source: Array("<p>{{a}} & {{b}}</p>".utf8))
        let html = try TemplateSet([template]).render(
            "t", with: ["a": .text(Stencil.mark("first")), "b": .text("<\(Stencil.mark("second"))>")])
        let stencil = Stencil(html)
        #expect(stencil.gaps == ["first", "second"])
        var filled: [UInt8] = []
        stencil.fill(into: &filled) { HTML.escape($0 == "first" ? "1" : "<2>", into: &$1) }
        #expect(String(decoding: filled, as: UTF8.self) == "<p>1 & &lt;&lt;2&gt;&gt;</p>")
    }

    @Test func aStencilReadsBackFromWhatItWrites() {
        let stencil = Stencil(HTML(trusted: Array("a\(Stencil.mark("x"))\(Stencil.mark("y"))b".utf8)))
        #expect(Stencil(stencil.marked).pieces == stencil.pieces)
    }

    @Test func aGapWithoutAValueStaysEmpty() {
        let stencil = Stencil(HTML(trusted: Array("a\(Stencil.mark("x"))b".utf8)))
        var filled: [UInt8] = []
        stencil.fill(into: &filled) { _, _ in }
        #expect(filled == Array("ab".utf8))
    }
}

@Suite struct StencilSectionTests {
    private static let template = "a{{#x}}[{{x}}{{^y}}-{{#z}}({{z}}){{/z}}{{/y}}]{{/x}}b{{^x}}none{{/x}}"

    /// Which gaps are set, and what comes of it.
    @Test(
        arguments: [
            (["x"], "a[X-]b"), (["x", "y"], "a[X]b"), (["x", "z"], "a[X-(Z)]b"), ([], "abnone"),
            (["y", "z"], "abnone"),
        ] as [(Set<String>, String)])
    func aSectionOverAGapIsThereAsItIsFilled(set: Set<String>, filled: String) throws {
        let templates = TemplateSet([
            try Template(name: "t", file: "t.mustache", source: Array(Self.template.utf8))
        ])
        let gaps: TemplateValue = ["x": .gap("x"), "y": .gap("y"), "z": .gap("z")]
        let drawn = Stencil(try templates.render("t", with: gaps))
        #expect(drawn.gaps == ["x", "y", "z"])
        for stencil in [drawn, Stencil(drawn.marked)] {
            var output: [UInt8] = []
            stencil.fill(into: &output, isSet: set.contains) { gap, output in
                if set.contains(gap) { output += Array(gap.uppercased().utf8) }
            }
            #expect(String(decoding: output, as: UTF8.self) == filled)
        }
    }
}
