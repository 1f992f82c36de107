import Diagnostics
import Testing

@testable import SiteBuilder

/// What authors keep though nothing needs it.
@Suite struct UnusedCheckTests {
    private static func strings(_ language: String, _ more: String) -> String {
        more + "\n" + SmallSite.strings(language: language)
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a string",
            [
                "strings.en.yml": strings("English", "extra: { a: A }"),
                "strings.cy.yml": strings("Cymraeg", "extra: { a: A }"),
            ],
            "Content/strings.cy.yml:1:13: nothing says the string 'extra.a' | delete it in every language",
            "Content/strings.en.yml:1:13: nothing says the string 'extra.a' | delete it in every language"),
        .init(
            "forms of a plural",
            [
                "strings.en.yml": strings("English", "things: { one: A, other: B }"),
                "strings.cy.yml": strings("Cymraeg", "things: { two: A, other: B }"),
            ],
            "Content/strings.cy.yml:1:16: nothing says the string 'things.two' | delete it in every language",
            "Content/strings.cy.yml:1:26: nothing says the string 'things.other' | delete it in every language",
            "Content/strings.en.yml:1:16: nothing says the string 'things.one' | delete it in every language",
            "Content/strings.en.yml:1:26: nothing says the string 'things.other' | delete it in every language"),
        .init(
            "templates that only each other draw",
            ["Templates/old.mustache": "{{> older}}", "Templates/older.mustache": "x"],
            "Templates/old.mustache: nothing draws this template | delete it, or include it with {{> old}}",
            "Templates/older.mustache: nothing draws this template | delete it, or include it with {{> older}}"),
        .init(
            "an asset", ["assets/plan.txt": "x"],
            "Content/assets/plan.txt: no page shows this file or offers it | "
                + "delete it, or link to it as /assets/plan.txt"),
        .init(
            "a file beside the templates", ["Templates/logo.svg": "x"],
            "Templates/logo.svg: no page loads this file | "
                + "a page loads site.css and site.js, and images from the content"),
    ]

    @Test(arguments: cases)
    func whatNothingNeedsIsAWarning(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(!run.report.hasErrors && !run.output.isEmpty)
    }

    static let needed: [(String, [String: String?])] = [
        (
            "a string that a template says, and those below it",
            [
                "strings.en.yml": strings("English", "extra: { a: A, b: { c: C } }"),
                "strings.cy.yml": strings("Cymraeg", "extra: { a: A, b: { c: C } }"),
                "Templates/error.mustache":
                    "<h1>{{title}}</h1>{{words.extra.a}}{{#words.extra.b}}{{c}}{{/words.extra.b}}",
            ]
        ),
        (
            "every form of a plural whose 'other' is needed",
            [
                "strings.en.yml": strings("English", "search.found.one: A"),
                "strings.cy.yml": strings("Cymraeg", "search.found.two: A\nsearch.found.many: B"),
            ]
        ),
        (
            "a template that another includes",
            [
                "Templates/error.mustache": "<h1>{{title}}</h1>{{> old}}", "Templates/old.mustache": "{{> older}}",
                "Templates/older.mustache": "x",
            ]
        ),
        (
            "an asset of a Welsh page",
            ["assets/plan.txt": "x", "national/index.cy.md": SmallSite.page("Hafan", body: "[x](/assets/plan.txt)")]
        ),
        (
            "an asset of a block",
            [
                "assets/plan.txt": "x", "forces/kent/blocks/plan.md": "[x](/assets/plan.txt)",
                "national/emergency.md": SmallSite.page("Emergency", body: "{{> block:plan}}"),
            ]
        ),
        ("the script", ["Templates/site.js": "x"]),
    ]

    @Test(arguments: needed)
    func whatIsNeededIsNoWarning(what: String, changes: [String: String?]) async throws {
        let run = try await SmallSite.run(changes)
        #expect(run.faults == [], "\(what)")
    }
}
