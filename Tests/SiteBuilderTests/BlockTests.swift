import Testing

@testable import SiteBuilder

/// What forces say where a national page leaves them room.
@Suite struct BlockTests {
    private static let page = SmallSite.page("Emergency", body: "## Call\n\n{{> block:counter}}\n\n## After")
    private static let welsh = SmallSite.page("Argyfwng", body: "Ffoniwch\n\n{{> block:counter}}")

    @Test func aBlockIsFilledByTheForcesThatHaveOneAndEmptyOtherwise() async throws {
        let run = try await SmallSite.run([
            "national/emergency.md": Self.page,
            "forces/kent/blocks/counter.md": "## Call\n\nOur counter, {{force.name}}",
        ])
        #expect(run.faults == [])
        #expect(
            run.text("kent/emergency.html").contains(
                """
                <h2 id="call">Call</h2>
                <h2 id="counter-call">Call</h2>
                <p>Our counter, Kent Police &amp; Co</p>
                <h2 id="after">After</h2>

                """), "the ids of its headings begin with its name")
        #expect(run.text("gwent/emergency.html").contains("<h2 id=\"call\">Call</h2>\n<h2 id=\"after\">After</h2>\n"))
    }

    @Test func theHeadingsOfABlockAreAmongTheContentsOfThePage() async throws {
        let run = try await SmallSite.run([
            "national/emergency.md": SmallSite.page(
                "Emergency", body: "## One\n\n## Two\n\n{{> block:counter}}\n\n## Four"),
            "forces/kent/blocks/counter.md": "## Three\n\n### Within",
        ])
        #expect(run.faults == [])
        let links = [("one", "One"), ("two", "Two"), ("counter-three", "Three"), ("four", "Four")]
        let contents = links.map { "<a href=\"#\($0)\">\($1)</a>" }.joined()
        #expect(run.text("kent/emergency.html").contains("<h1>Emergency</h1>\(contents)\n"))
        #expect(run.text("gwent/emergency.html").contains("<h1>Emergency</h1>\n"), "three headings need no list")
    }

    @Test func theWelshTwinOfABlockStandsInTheWelshPage() async throws {
        let run = try await SmallSite.run([
            "national/emergency.md": Self.page, "national/emergency.cy.md": Self.welsh,
            "forces/gwent/blocks/counter.md": "Counter", "forces/gwent/blocks/counter.cy.md": "Cownter",
        ])
        #expect(run.faults == [])
        #expect(run.text("gwent/emergency.html").contains("<p>Counter</p>"))
        #expect(run.text("gwent/cy/emergency.html").contains("<p>Ffoniwch</p>\n<p>Cownter</p>\n"))
    }

    @Test func anEnglishBlockInAWelshPageSaysThatItIsEnglish() async throws {
        let run = try await SmallSite.run([
            "national/emergency.md": Self.page, "national/emergency.cy.md": Self.welsh,
            "forces/gwent/blocks/counter.md": "Counter",
        ])
        #expect(run.faults == [])
        #expect(
            run.text("gwent/cy/emergency.html").contains(
                "<p>Ffoniwch</p>\n<div lang=\"en\">\n<p>Counter</p>\n</div>\n"))
        #expect(!run.text("gwent/emergency.html").contains("<div"))
    }

    @Test func anEnglishBlockInAnEnglishPageOnAWelshSiteNeedsNoSecondMark() async throws {
        let run = try await SmallSite.run([
            "national/emergency.md": Self.page, "forces/gwent/blocks/counter.md": "Counter",
            "forces/gwent/blocks/counter.cy.md": "Cownter",
        ])
        let page = run.text("gwent/cy/emergency.html")
        #expect(page.contains("<div lang=\"en\"><h1>Emergency</h1>"))
        #expect(page.contains("<h2 id=\"call\">Call</h2>\n<p>Counter</p>\n<h2"))
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a block that no page opens",
            ["national/emergency.md": page, "forces/gwent/blocks/countre.md": "x"],
            "Content/forces/gwent/blocks/countre.md: no page of this force opens the block 'countre' | "
                + "did you mean 'counter'?"),
        .init(
            "a block of a force whose own page does not open it",
            [
                "national/emergency.md": page, "forces/kent/blocks/counter.md": "x",
                "forces/kent/pages/emergency.md": SmallSite.page("Emergency", body: "x"),
            ],
            "Content/forces/kent/blocks/counter.md: no page of this force opens the block 'counter' | "
                + "there are none to choose from"),
        .init(
            "a block that is not alone in its paragraph",
            ["national/emergency.md": SmallSite.page("Emergency", body: "See {{> block:counter}}")],
            "Content/national/emergency.md:4:5: this cannot stand here: '{{> block:counter}}' | "
                + "a block stands alone in its paragraph, as '{{> block:name}}'"),
        .init(
            "a partial that is no block",
            ["national/emergency.md": SmallSite.page("Emergency", body: "{{> counter}}")],
            "Content/national/emergency.md:4:1: this cannot stand here: '{{> counter}}' | "
                + "a block stands alone in its paragraph, as '{{> block:name}}'"),
        .init(
            "a block in a block",
            [
                "national/emergency.md": SmallSite.page("Emergency", body: "{{> block:one}}\n\n{{> block:two}}"),
                "forces/kent/blocks/one.md": "First\n\n{{> block:two}}",
            ],
            "Content/forces/kent/blocks/one.md:3:1: a block cannot open another block | open 'two' in the page"),
        .init(
            "a Welsh block without its English", ["forces/gwent/blocks/counter.cy.md": "x"],
            "Content/forces/gwent/blocks/counter.cy.md: nothing reads this file | "
                + "a Welsh twin is named like its English page, with '.cy.md' at the end"),
        .init(
            "a link that is a slot",
            ["national/emergency.md": SmallSite.page("Emergency", body: "[x]({{site.name}})")],
            "Content/national/emergency.md:4:1: a link may not lead to '{{site.name}}' | "
                + "link to a page by its path from '/', or use https:, mailto:, tel: or sms:"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }
}
