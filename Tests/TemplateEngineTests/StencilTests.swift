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
