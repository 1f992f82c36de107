import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import SiteBuilder

/// News and appeals of a force.
@Suite struct NewsTests {
    private static func news(_ title: String, _ kind: String, from: String, to: String = "2027-01-01") -> String {
        SmallSite.page(
            title, keys: ["description: About \(title)", "news: \(kind)", "publish-on: \(from)", "expires-on: \(to)"],
            body: "x")
    }

    private static let page = "{{#story}}<b>{{#missing}}missing {{/missing}}{{iso}} {{reference}}</b>{{/story}}"
    private static let content: [String: String?] = [
        "services.yml": (SmallSite.content.files["services.yml"] ?? "") + "\nnews: { page: /news }",
        "national/news/index.md": SmallSite.page("News", keys: ["list: news"], body: "x"),
        "national/news/index.cy.md": SmallSite.page("Newyddion", slug: "newyddion", body: "x"),
        "forces/kent/pages/news/old.md": news("Old & gone", "story", from: "2026-01-01", to: "2026-02-01"),
        "forces/kent/pages/news/first.md": news("First", "story", from: "2026-03-01"),
        "forces/kent/pages/news/second.md":
            news("Second & last", "{ kind: missing, reference: KEN-1 }", from: "2026-03-05"),
        "forces/kent/pages/news/later.md": news("Later", "story", from: "2026-12-01"),
        "forces/gwent/pages/news/own.md": news("Own", "{ kind: wanted, reference: G-1 }", from: "2026-03-02"),
        "Templates/page.mustache":
            "<h1>{{title}}</h1>{{{body}}}\(page){{#news}}{{#items}}<a href=\"{{url}}\">{{title}}</a>{{iso}}|{{/items}}"
            + "{{/news}}{{#form}}{{> form/form}}{{/form}}",
        "Templates/head.mustache": "{{#feed}}<link rel=\"alternate\" href=\"{{feed}}\">{{/feed}}",
    ]

    private static func run(_ changes: [String: String?] = [:]) async throws -> SmallSite.Run {
        try await SmallSite.run(
            content.merging(changes) { _, new in new }, asOf: SmallSite.day("2026-06-01"))
    }

    @Test func aListHasTheNewsOfItsForceTheNewestFirst() async throws {
        let run = try await Self.run()
        #expect(run.faults == [])
        #expect(
            run.text("kent/news/index.html").contains(
                "<a href=\"/news/second\">Second &amp; last</a>2026-03-05|<a href=\"/news/first\">First</a>2026-03-01|")
        )
        #expect(!run.text("kent/news/index.html").contains("Own"))
        #expect(run.text("gwent/cy/newyddion/index.html").contains("<a href=\"/cy/newyddion/own\">Own</a>2026-03-02|"))
        #expect(run.output["kent/news/old.html"] == nil && run.output["kent/news/later.html"] == nil)
    }

    @Test func theHomePageHasTheLatest() async throws {
        var more: [String: String?] = [:]
        for day in 1...4 {
            more["forces/kent/pages/news/n\(day).md"] = Self.news("N\(day)", "story", from: "2026-05-0\(day)")
        }
        let home = try await Self.run(more).text("kent/index.html")
        #expect(home.contains("N4") && home.contains("N3") && home.contains("N2"))
        #expect(!home.contains("N1") && !home.contains("First"))
    }

    @Test func anAppealTellsItsKindAndItsReference() async throws {
        let run = try await Self.run()
        #expect(run.text("kent/news/second.html").contains("<b>missing 2026-03-05 KEN-1</b>"))
        #expect(run.text("kent/news/first.html").contains("<b>2026-03-01 </b>"))
    }

    @Test func theFeedHasTheSameNewsAndNamesNoRealHost() async throws {
        let run = try await Self.run()
        let feed = run.text("kent/news/feed.xml")
        #expect(!feed.contains("police.uk"))
        #expect(feed.contains("<id>http://kent.localhost/news/feed.xml</id>"))
        let parser = FeedReader(Data(feed.utf8))
        #expect(parser.isWellFormed)
        #expect(parser.texts["title"] == ["News – Kent Police & Co", "Second & last", "First"])
        #expect(
            parser.texts["id"] == [
                "http://kent.localhost/news/feed.xml", "http://kent.localhost/news/second",
                "http://kent.localhost/news/first",
            ])
        #expect(parser.texts["updated"]?.first == "2026-03-05T00:00:00Z")
        #expect(parser.texts["summary"] == ["About Second & last", "About First"])
        #expect(run.text("gwent/cy/newyddion/feed.xml").contains("<entry xml:lang=\"en\">"))
        #expect(run.text("kent/news/index.html").contains("<link rel=\"alternate\" href=\"/news/feed.xml\">"))
        #expect(run.text("kent/news/first.html").contains("<link rel=\"alternate\" href=\"/news/feed.xml\">"))
        #expect(!run.text("kent/emergency.html").contains("feed.xml"))
    }

    @Test func aRealSiteIsNamedInItsFeed() async throws {
        let site = SmallSite.content.files["site.yml"]?.replacing("demonstration: yes", with: "demonstration: no")
        let run = try await Self.run(["site.yml": site])
        #expect(run.text("kent/news/feed.xml").contains("<link href=\"https://www.ken.police.uk/news/first\"/>"))
    }

    @Test func aForceWithoutNewsHasAnEmptyFeed() async throws {
        let run = try await Self.run(["forces/gwent/pages/news/own.md": nil])
        let parser = FeedReader(Data(run.text("gwent/news/feed.xml").utf8))
        #expect(parser.isWellFormed && parser.texts["title"] == ["News – Gwent Police"])
    }

    @Test(arguments: [
        (
            ["news: stroy", "publish-on: 2026-03-01", "expires-on: 2027-01-01"],
            "3:7: 'stroy' is not a kind of news | did you mean 'story'?"
        ),
        (["news: story", "publish-on: 2026-03-01"], "3:7: news needs 'expires-on' | add 'expires-on: 2027-03-01'"),
        (["news: story", "expires-on: 2027-03-01"], "3:7: news needs 'publish-on' | add 'publish-on: 2027-03-01'"),
        (
            ["news: wanted", "publish-on: 2026-03-01", "expires-on: 2027-01-01"],
            "3:7: an appeal has a reference, which people quote when they answer it | write 'news: { kind: wanted, "
                + "reference: … }'"
        ),
        (
            ["news: { reference: x }", "publish-on: 2026-03-01", "expires-on: 2027-01-01"],
            "3:7: 'kind' is missing | add 'kind: …'"
        ),
    ])
    func whatIsWrongIsSaid(keys: [String], fault: String) async throws {
        let page = SmallSite.page("Bad", keys: keys, body: "x")
        let run = try await Self.run(["forces/kent/pages/news/bad.md": page])
        #expect(run.faults == ["Content/forces/kent/pages/news/bad.md:\(fault)"])
    }
}

/// The texts of the elements of a feed, as an XML parser that is not ours reads them.
private final class FeedReader: NSObject, XMLParserDelegate {
    private(set) var texts: [String: [String]] = [:]
    private(set) var isWellFormed = false
    private var open: [String] = []

    init(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(name)
        texts[name, default: []].append("")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard let name = open.last, let count = texts[name]?.count, count > 0 else { return }
        texts[name]?[count - 1] += text
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }
}
