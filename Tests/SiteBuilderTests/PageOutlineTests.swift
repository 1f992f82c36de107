import TestSupport
import Testing

@testable import SiteBuilder

@Suite struct PageOutlineTests {
    typealias Heading = PageOutline.Heading

    @Test func aPieceTellsWhatItNamesAndWhereItLeads() {
        let outline = Self.outline(
            """
            <p id="a"><a href="/x?y=1&amp;z=2" id="b">x</a><a>no link</a><area href="#c"></p>
            <img src="/i.png" alt=""><link rel="alternate" href="/cy"><script src="/s.js"></script>
            <label for="q">Q</label><input id="q" aria-describedby="h e" aria-labelledby=" t ">
            <a href="/\0force.id\0">gap</a>
            """)
        #expect(outline.ids == ["a", "b", "q"])
        #expect(outline.links == ["/x?y=1&z=2", "#c", "/\0force.id\0"])
        #expect(outline.resources == ["/i.png", "/cy", "/s.js"])
        #expect(outline.references == ["q", "h", "e", "t"])
    }

    @Test func aPageTellsItsLanguageTitleAndMain() {
        let outline = Self.outline(
            """
            <html lang="cy"><title> A
            &amp; \0title\0 </title><svg><title>B</title></svg><main></main><main></main></html>
            """)
        #expect(outline.htmlLang == "cy")
        #expect(outline.title == "A & \0title\0")
        #expect(outline.landmarkMains == 2)
        #expect(outline.unclosed == [])
        #expect(Self.outline("<html><p lang='en'>").htmlLang == nil)
        #expect(Self.outline("<title></title>").title == "")
        #expect(Self.outline("<p>").title == nil)
    }

    @Test(
        arguments: [
            (
                "<h1>A</h1><main><h2>B <em>c</em>\n d</h2></main><h3> </h3>",
                [
                    Heading(level: 1, text: "A", isInMain: false), Heading(level: 2, text: "B c d", isInMain: true),
                    Heading(level: 3, text: nil, isInMain: false),
                ]
            ),
            ("<h6>\0title\0 &amp; co</h6>", [Heading(level: 6, text: "\0title\0 & co", isInMain: false)]),
            ("<h2><svg><title>Icon</title></svg> B</h2>", [Heading(level: 2, text: "Icon B", isInMain: false)]),
            (
                "<h2>A<h3>B",
                [Heading(level: 2, text: "A", isInMain: false), Heading(level: 3, text: "B", isInMain: false)]
            ),
            ("<h7>A</h7><hr><header>B</header>", []),
        ] as [(String, [Heading])])
    func headingsTellLevelTextAndPlace(html: String, headings: [Heading]) {
        #expect(Self.outline(html).headings == headings)
    }

    @Test func aPieceCanStandInMain() {
        let outline = PageOutline(Array("<h1>A</h1>".utf8), isInMain: true)
        #expect(outline.headings == [Heading(level: 1, text: "A", isInMain: true)])
        #expect(outline.landmarkMains == 0)
    }

    @Test(
        arguments: [
            ("<input id='a' name='b'>", ["a"]),
            ("<input type=checkbox name='b'>", ["b"]),
            ("<select></select><textarea id=t></textarea>", ["select", "t"]),
            ("<label for='a'>A</label><input id='a'>", []),
            ("<input id='a'><label for='a'>A</label>", []),
            ("<label for='b'>A</label><input id='a'>", ["a"]),
            ("<label>A <input name='a'></label><input name='b'>", ["b"]),
            ("<input aria-label='A'><input aria-labelledby='x'>", []),
            ("<input aria-label=' '>", ["input"]),
            ("<input type=hidden><input type=SUBMIT><input type=button><button>A</button>", []),
        ] as [(String, [String])])
    func controlsThatNothingLabelsAreNamed(html: String, controls: [String]) {
        #expect(Self.outline(html).unlabelledControls == controls)
    }

    @Test(arguments: [
        ("<img src='/a.png'><img>", 2), ("<img alt>", 0), ("<img alt=''>", 0), ("<img alt='A'>", 0),
        ("<input type=image>", 1), ("<input type=image alt='Go'>", 0),
    ])
    func imagesWithoutAnAltAreCounted(html: String, count: Int) {
        #expect(Self.outline(html).imagesWithoutAlt == count)
    }

    @Test(
        arguments: [
            ("<p style='color: red'></p>", ["style=\"color: red\""]),
            ("<style>p { color: red }</style>", ["<style>"]),
            ("<link rel=stylesheet href='/site.css'>", []),
        ] as [(String, [String])])
    func inlineStylesAreFound(html: String, styles: [String]) {
        #expect(Self.outline(html).inlineStyles == styles)
    }

    @Test(
        arguments: [
            ("<p ONCLICK='x()'></p>", ["onclick=\"x()\""]),
            ("<script>x()</script><script src='/x.js'></script>", ["<script>"]),
            ("<a href=' JavaScript:x()'>", ["href=\" JavaScript:x()\""]),
            ("<a href='java\nscript:x()'>", ["href=\"java\nscript:x()\""]),
            ("<form action='javascript:x()'>", ["action=\"javascript:x()\""]),
            ("<a href='/javascript:x()' class='on' title='onclick'>", []),
        ] as [(String, [String])])
    func inlineScriptsAreFound(html: String, scripts: [String]) {
        #expect(Self.outline(html).inlineScripts == scripts)
    }

    @Test(
        arguments: [
            ("<ul><li><p>a<br><img alt=''></p></li></ul>", []),
            ("<main>\0main\0</main>", []),
            ("<p>a", ["p"]),
            ("<ul><li>a</ul>", ["li"]),
            ("<div><p><b>a</div>", ["b", "p"]),
            ("<b><i>a</b></i>", ["i"]),
            ("<b></i>", ["/i", "b"]),
            ("a</p>", ["/p"]),
            ("</br>", ["/br"]),
            ("<div/>", ["div"]),
            ("<svg><g><path d='m'/></g></svg><svg/>", []),
            ("<p><a href=", ["a", "p"]),
            ("<title>a</p>", ["title"]),
            ("<!-- a", ["!"]),
        ] as [(String, [String])])
    func elementsThatDoNotCloseAreNamed(html: String, unclosed: [String]) {
        #expect(Self.outline(html).unclosed == unclosed)
    }

    @Test func mergingPutsOnePieceBehindTheOther() {
        let shell = Self.outline("<html lang='en'><title>A</title><main id=a><img></main></html>")
        let part = PageOutline(
            Array("<h1>B</h1><a id=b href='/c' style='d' onclick='e'><img src=f><input name=g>".utf8), isInMain: true)
        var expected = part
        expected.ids = ["a", "b"]
        expected.imagesWithoutAlt = 2
        expected.htmlLang = "en"
        expected.title = "A"
        expected.landmarkMains = 1
        #expect(shell.merging(part) == expected)
        #expect(PageOutline().merging(shell) == shell)
    }

    @Test func anyBytesCanBeReadAndReadTheSameTwice() {
        var generator = SeededGenerator(seed: 37)
        for _ in 0..<3_000 {
            let html = generator.html()
            let outline = PageOutline(html)
            #expect(outline == PageOutline(html), "\(html)")
            #expect(outline.headings.allSatisfy { (1...6).contains($0.level) }, "\(html)")
            #expect(outline.unclosed.count <= ElementNesting.mostFaults, "\(html)")
        }
    }

    /// None may take time by the square of its length, or this test does not end.
    @Test(
        arguments: [
            ("<b>", "", 20), ("<b>", "</i>", 20), ("<b>", "</b>", 0), ("<b><i>", "</b>", 20), ("<h2>", "</h2>", 0),
            ("<a id=x ", "", 1), ("<input id=x>", "<label for=x>", 20), ("\0", "<p>", 20),
        ])
    func manyOfOneThingBeforeManyOfAnotherAreReadOnce(first: String, second: String, unclosed: Int) {
        let html = [first, second].map { String(repeating: $0, count: 1 << 15) }.joined()
        #expect(Self.outline(html).unclosed.count == unclosed)
    }

    private static func outline(_ html: String) -> PageOutline { PageOutline(Array(html.utf8)) }
}
