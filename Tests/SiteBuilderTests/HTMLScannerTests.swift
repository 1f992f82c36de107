import TestSupport
import Testing

@testable import SiteBuilder

@Suite struct HTMLScannerTests {
    @Test(
        arguments: [
            ("", []),
            ("a < b <3 <", ["'a < b <3 <'"]),
            ("</", ["'</'"]),
            ("<p>Hi</p>", ["+p", "'Hi'", "-p"]),
            ("<P CLASS=A></P >", ["+p class=A", "-p"]),
            ("</p class=\"x\">", ["-p"]),
            ("<a href=\"/x?a=1&amp;b=2\" title='\"'>", ["+a href=/x?a=1&b=2 title=\""]),
            ("<input checked disabled=disabled value = x>", ["+input checked= disabled=disabled value=x"]),
            ("<a\n\thref\n=\r\n'/x'\u{C}>", ["+a href=/x"]),
            ("<a title=\"a > b\">", ["+a title=a > b"]),
            ("<a b=\"1\"c='2'>", ["+a b=1 c=2"]),
            ("<a b=>c", ["+a b=", "'c'"]),
            ("<a =x>", ["+a =x="]),
            ("<a href=/x/>", ["+a href=/x/"]),
            ("<br/>", ["+br /"]),
            ("<br class=\"x\" />", ["+br class=x /"]),
            ("<br / >", ["+br"]),
        ] as [(String, [String])])
    func tagsAndTextComeInTheirOrder(html: String, events: [String]) {
        #expect(Self.events(of: html) == events)
    }

    @Test(
        arguments: [
            ("<!DOCTYPE html><p>", ["+p"]),
            ("a<!-- <p> -->b", ["'a'", "'b'"]),
            ("<!--><p>", ["+p"]),
            ("<!---><p>", ["+p"]),
            ("<!--x--!><p>", ["+p"]),
            ("<!--!><p>-->x", ["'x'"]),
            ("<!-><p>", ["+p"]),
            ("<?xml?>x", ["'x'"]),
            ("</>x", ["'x'"]),
            ("</ p>x", ["'x'"]),
        ] as [(String, [String])])
    func commentsArePassedOver(html: String, events: [String]) {
        #expect(Self.events(of: html) == events)
    }

    @Test(
        arguments: [
            ("<title>A <b> &amp; B</title>", ["+title", "'A <b> &amp; B'", "-title"]),
            (
                "<script>if (a</b/) \"</scripty>\"</SCRIPT >x",
                ["+script", "'if (a</b/) \"</scripty>\"'", "-script", "'x'"]
            ),
            ("<textarea></textarea><p>", ["+textarea", "-textarea", "+p"]),
            ("<style>a{}<!-- </style", ["+style", "'a{}<!-- </style'"]),
        ] as [(String, [String])])
    func whatStandsInARawTextElementIsText(html: String, events: [String]) {
        #expect(Self.events(of: html) == events)
    }

    @Test(
        arguments: [
            ("<p>x<a href=\"y>", ["+p", "'x'", "…a"]),
            ("<a", ["…a"]),
            ("<a b", ["…a"]),
            ("<a b=", ["…a"]),
            ("<a b='", ["…a"]),
            ("x</p", ["'x'", "…/p"]),
            ("<!-- x -- >", ["…!"]),
            ("</ x", ["…/"]),
        ] as [(String, [String])])
    func whatTheEndCutsOffIsUnfinished(html: String, events: [String]) {
        #expect(Self.events(of: html) == events)
    }

    @Test(
        arguments: [
            ("\0<b>\0x", ["'\0<b>\0x'"]),
            ("<a href=\"\0a\"b\0\">", ["+a href=\0a\"b\0"]),
            ("<a href=\0a b>\0c d>", ["+a href=\0a b>\0c d="]),
            ("<a \0b c>\0>", ["+a \0b c>\0="]),
            ("<title>\0</title>\0</title>", ["+title", "'\0</title>\0'", "-title"]),
            ("<!-- \0-->\0 <p> -->x", ["'x'"]),
            ("a\0<p>", ["'a\0'", "+p"]),
        ] as [(String, [String])])
    func noByteOfAGapEndsAnything(html: String, events: [String]) {
        #expect(Self.events(of: html) == events)
    }

    @Test(arguments: [
        ("a &lt;b&gt; &quot;c&quot; &#39;d&#39;", "a <b> \"c\" 'd'"), ("&amp;lt;", "&lt;"), ("&&amp;", "&&"),
        ("&amp", "&amp"), ("&nbsp;é", "&nbsp;é"),
    ])
    func entitiesAreDecodedOnce(written: String, meant: String) {
        #expect(HTMLText.decoded(Array(written.utf8)[...]) == meant)
    }

    @Test func ofTwoAttributesWithOneNameTheFirstCounts() {
        var scanner = HTMLScanner(Array("<p id=a ID=b hidden>".utf8))
        guard case .start(let tag)? = scanner.next() else {
            Issue.record("the tag is not a start tag")
            return
        }
        #expect(tag["id"] == "a")
        #expect(tag["hidden"] == "")
        #expect(tag["class"] == nil)
    }

    @Test func anyBytesAreCutIntoOrderedPieces() {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<3_000 {
            let html = generator.html()
            #expect(Self.isOrdered(html), "\(html)")
        }
    }

    /// None may take time by the square of its length, or this test does not end.
    @Test(
        arguments: [
            ("<", 1), ("<a ", 1), ("\"", 1), ("<a \"", 1), ("<a b=", 1), ("<!--", 1), ("<!-- >", 1), ("</", 1),
            ("\0", 1), ("&amp;", 1), ("<title>", 2), ("<title></titl", 2),
        ])
    func aMebibyteOfOneThingIsScannedOnce(thing: String, count: Int) {
        let html = Array(String(repeating: thing, count: (1 << 20) / thing.utf8.count).utf8)
        var events = 0
        for _ in HTMLScanner(html) { events += 1 }
        #expect(events == count)
    }

    /// What was met, written as `+name attribute=value /`, `-name`, `'text'` and `…name` for what is cut off.
    private static func events(of html: String) -> [String] {
        let bytes = Array(html.utf8)
        return HTMLScanner(bytes).map { event in
            switch event {
            case .start(let tag):
                let attributes = tag.attributes.map { " \($0.name)=\(tag.value(of: $0))" }.joined()
                return "+\(tag.name)\(attributes)\(tag.isSelfClosing ? " /" : "")"
            case .end(let tag): return "-\(tag.name)"
            case .text(let range): return "'\(String(decoding: bytes[range], as: UTF8.self))'"
            case .unfinished(let name, _): return "…\(name)"
            }
        }
    }

    /// Whether every event has bytes of its own, behind those of the event before.
    private static func isOrdered(_ html: [UInt8]) -> Bool {
        var end = 0
        for event in HTMLScanner(html) {
            let range: Range<Int>
            switch event {
            case .start(let tag), .end(let tag):
                range = tag.range
                guard tag.attributes.allSatisfy({ range.contains($0.value) && !$0.name.isEmpty }) else { return false }
            case .text(let text): range = text
            case .unfinished(_, let rest): range = rest
            }
            guard range.lowerBound >= end, !range.isEmpty, range.upperBound <= html.count else { return false }
            end = range.upperBound
        }
        return true
    }
}
