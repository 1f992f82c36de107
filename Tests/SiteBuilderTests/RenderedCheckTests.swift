import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

/// Faults that only a drawn page shows: those that templates make.
@Suite struct RenderedCheckTests {
    private static func template(_ name: String, _ old: String, _ new: String) -> [String: String?] {
        ["Templates/\(name).mustache": SmallSite.templates.files["\(name).mustache"]?.replacing(old, with: new)]
    }

    /// The layout with something before its main part.
    private static func layout(_ html: String) -> [String: String?] { template("layout", "<main>", "\(html)<main>") }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "an id twice in the layout", layout("<p id=\"a\"></p><p id=\"a\"></p>"),
            "Templates/layout.mustache: the id 'a' stands more than once in the page | "
                + "give every element an id of its own"),
        .init(
            "an id of the layout that is that of a heading", layout("<p id=\"call\"></p>"),
            "Content/national/emergency.md:2:1: the id 'call' stands more than once in the page | "
                + "give every element an id of its own"),
        .init(
            "no h1 on the fronts of sections",
            template("page", "<h1>{{title}}</h1>", "{{^services}}<h1>{{title}}</h1>{{/services}}"),
            "Content/national/report/index.cy.md:2:1: the page has no h1 | "
                + "write one h1 that says what the page is about",
            "Content/national/report/index.md:2:1: the page has no h1 | "
                + "write one h1 that says what the page is about"),
        .init(
            "no h1 in the steps of a form", template("form/step", "h1", "p"),
            "Content/national/report/theft.md:4:3: the page has no h1 | "
                + "write one h1 that says what the page is about"),
        .init(
            "an h1 of the layout", layout("<h1>Site</h1>"),
            "Templates/layout.mustache: the page has 2 headings of level h1 | "
                + "write one h1 that says what the page is about"),
        .init(
            "a level of headings left out",
            ["national/emergency.md": SmallSite.page("Emergency", body: "## a\n\n#### b")],
            "Content/national/emergency.md:2:1: h4 'b' follows h2, and a level is left out | make it h3"),
        .init(
            "a level of headings left out in Welsh",
            ["national/emergency.cy.md": SmallSite.page("Argyfwng", body: "### a")],
            "Content/national/emergency.cy.md:2:1: h3 'a' follows h1, and a level is left out | make it h2"),
        .init(
            "a control without a label", layout("<input name=\"q\">"),
            "Templates/layout.mustache: nothing labels the control 'q' | "
                + "add a label with the id of the control in its 'for'"),
        .init(
            "a style in the page", layout("<p style=\"color: red\"></p>"),
            "Templates/layout.mustache: the page holds a style of its own: style=\"color: red\" | "
                + "put it into the stylesheet: browsers refuse it in the page"),
        .init(
            "a script in the page", layout("<script>x()</script>"),
            "Templates/layout.mustache: the page holds a script of its own: <script> | "
                + "leave it out: browsers refuse it, and every page has to work without scripts"),
        .init(
            "links of the layout that lead nowhere",
            layout("<a href=\"/nowhere\">x</a><a href=\"/search\">x</a><img src=\"/logo.png\" alt=\"\">"),
            "Templates/layout.mustache: there is no page '/nowhere' | correct the address, or add the page",
            "Templates/layout.mustache: there is no file '/logo.png' | correct the address, or add the file"),
        .init(
            "no language", template("layout", " lang=\"{{lang}}\"", ""),
            "Templates/layout.mustache: the page does not state its language | "
                + "add lang=\"…\" to the html element"),
        .init(
            "an element that is not closed", layout("<div>"),
            "Templates/layout.mustache: <div> is not closed, or not inside the element that it begins in | "
                + "add its end tag"),
        .init(
            "a page of problems with a style", template("error", "<h1>", "<h1 style=\"a\">"),
            "Templates/error.mustache: the page holds a style of its own: style=\"a\" | "
                + "put it into the stylesheet: browsers refuse it in the page"),
        .init(
            "a page of the search with a style", template("search", "<h1>", "<h1 style=\"a\">"),
            "Templates/search.mustache: the page holds a style of its own: style=\"a\" | "
                + "put it into the stylesheet: browsers refuse it in the page"),
        .init(
            "a page that no site has, named by a template", layout("<a href=\"{{urls.nowhere}}\">x</a>"),
            "Templates/layout.mustache:5:42: unknown name 'urls.nowhere' | there are none to choose from"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }

    @Test func aPageThatATemplateNamesIsLinkedInEachLanguage() async throws {
        let run = try await SmallSite.run(Self.layout("<a href=\"{{urls.report/theft}}\">Theft</a>"))
        #expect(run.faults == [])
        #expect(run.text("kent/index.html").contains("<a href=\"/report/theft\">Theft</a><main>"))
        #expect(run.text("gwent/cy/index.html").contains("<a href=\"/cy/rhoi-gwybod/theft\">Theft</a><main>"))
    }

    /// Without its page the address is empty, and an empty address leads back to the page that it stands on.
    @Test func aTemplateAsksWhetherASiteHasThePageThatItNames() async throws {
        var changes = Self.layout("<a href=\"{{urls.emergency}}\">Help</a>")
        changes["forces/kent/force.yml"] = SmallSite.force("Kent Police", code: "KEN") + "\nservices-off: [help]"
        changes["national/report/theft.md"] = SmallSite.theft.replacing("/emergency", with: "/")
        let unasked = try await SmallSite.run(changes)
        #expect(unasked.report.hasErrors)
        #expect(unasked.faults.allSatisfy { $0.hasPrefix("Templates/layout.mustache") })
        #expect(unasked.output.isEmpty)
        changes.merge(
            Self.layout("{{#urls.emergency}}<a href=\"{{urls.emergency}}\">Help</a>{{/urls.emergency}}")
        ) { $1 }
        let asked = try await SmallSite.run(changes)
        #expect(asked.faults == [])
        #expect(asked.text("gwent/index.html").contains("<a href=\"/emergency\">Help</a><main>"))
        #expect(!asked.text("kent/index.html").contains("Help"))
    }
}
