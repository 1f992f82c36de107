import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// What authors are told, to the letter.
@Suite struct ContentFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let changes: [String: String?]
        let faults: [String]

        init(_ description: String, _ changes: [String: String?], _ faults: String...) {
            testDescription = description
            self.changes = changes
            self.faults = faults
        }
    }

    private static func theft(_ old: String, _ new: String) -> [String: String?] {
        ["national/report/theft.md": SmallSite.theft.replacingOccurrences(of: old, with: new)]
    }

    static let cases: [Case] = [
        Case(
            "an unknown key of a question", theft("noun: what was taken", "hnit: x"),
            "Content/national/report/theft.md:20:56: unknown key 'hnit' | did you mean 'hint'?"),
        Case(
            "an unknown key of a page", ["national/index.md": "---\ntitel: Home\n---\n"],
            "Content/national/index.md:2:1: 'title' is missing | add 'title: …'",
            "Content/national/index.md:2:1: unknown key 'titel' | did you mean 'title'?"),
        Case(
            "YAML that is none", ["national/index.md": "---\ntitle: Home: sweet\n---\n"],
            "Content/national/index.md:2:12: this is not YAML: mapping values are not allowed in this context | "
                + "text with ': ', ' #' or a quote in it goes in double quotes; indent with spaces"),
        Case(
            "a key that stands twice", ["national/index.md": "---\ntitle: A\ntitle: B\n---\n"],
            "Content/national/index.md:2:1: 'title' stands more than once in this map | "
                + "text with ': ', ' #' or a quote in it goes in double quotes; indent with spaces"),
        Case(
            "a step that nothing reaches",
            theft(
                "- use: about-you", "- id: never\n      title: N\n      when: { in-danger: yes }\n      questions: []"),
            "Content/national/report/theft.md:21:7: no answers lead to the step 'never' | "
                + "look at its 'when' and at the exits of the steps before it"),
        Case(
            "an exit that every answer takes",
            theft("- when: { in-danger: yes }", "- when: { in-danger: [yes, no] }"),
            "Content/national/report/theft.md:17:7: no answers lead to the step 'what' | "
                + "look at its 'when' and at the exits of the steps before it",
            "Content/national/report/theft.md:21:7: no answers lead to the step 'about-you' | "
                + "look at its 'when' and at the exits of the steps before it"),
        Case(
            "an exit to a page that does not exist", theft("to: /emergency", "to: /emergancy"),
            "Content/national/report/theft.md:16:15: there is no page '/emergancy' | did you mean '/emergency'?"),
        Case(
            "a condition on a question that does not exist", theft("in-danger: yes }", "in-dangr: yes }"),
            "Content/national/report/theft.md:15:19: no question 'in-dangr' comes before this condition | "
                + "did you mean 'in-danger'?"),
        Case(
            "a condition on a choice that does not exist", theft("in-danger: yes }", "in-danger: yse }"),
            "Content/national/report/theft.md:15:30: 'in-danger' has no choice 'yse' | did you mean 'yes'?"),
        Case(
            "a condition on text", theft("- use: about-you", "- { use: about-you, when: { item: x } }"),
            "Content/national/report/theft.md:21:33: 'item' has no choices that a condition could ask for | "
                + "ask about a question with choices, or write { answered: yes } or { contains: … }"),
        Case(
            "a question set that does not exist", theft("use: about-you", "use: about-yuo"),
            "Content/national/report/theft.md:21:12: unknown question set 'about-yuo' | did you mean 'about-you'?"),
        Case(
            "an id that stands twice", theft("id: item", "id: in-danger"),
            "Content/national/report/theft.md:20:11: the id 'in-danger' stands twice in the form | choose another"),
        Case(
            "an id that is reserved", theft("id: what", "id: check"),
            "Content/national/report/theft.md:17:7: a step cannot be called 'check' | "
                + "the addresses of the form use that name"),
        Case(
            "a kind that does not exist", theft("kind: text", "kind: txt"),
            "Content/national/report/theft.md:20:29: 'txt' is not a kind of question | did you mean 'text'?"),
        Case(
            "a form of several steps without review", theft("code: THE", "code: THE\n  review: no"),
            "Content/national/report/theft.md:5:11: a form of several steps cannot do without review | "
                + "take 'review: no' out, or ask everything in one step"),
        Case(
            "two pages for one path", ["national/report.md": SmallSite.page("Report", body: "x")],
            "Content/national/report/index.md: the path /report already belongs to Content/national/report.md | "
                + "rename one of them"),
        Case(
            "two Welsh pages for one address",
            ["national/emergency.cy.md": SmallSite.page("Argyfwng", slug: "rhoi-gwybod", body: "x")],
            "Content/national/report/index.cy.md:2:1: the address /cy/rhoi-gwybod already belongs to "
                + "Content/national/emergency.cy.md:2:1 | choose another 'slug'"),
        Case(
            "raw HTML", ["national/index.md": SmallSite.page("Home", body: "a <b>b</b>")],
            "Content/national/index.md:4:3: raw HTML is not allowed in a page | "
                + "write it as Markdown; for a '<' in the text write '\\<'",
            "Content/national/index.md:4:7: raw HTML is not allowed in a page | "
                + "write it as Markdown; for a '<' in the text write '\\<'"),
        Case(
            "a slot that does not exist", ["national/index.md": SmallSite.page("Home", body: "Call {{force.fone}}")],
            "Content/national/index.md:4:6: unknown slot 'force.fone' | did you mean 'force.name'?"),
        Case(
            "a fact that a force lacks",
            [
                "forces/kent/force.yml": SmallSite.force("Kent", code: "KEN").replacingOccurrences(
                    of: "phone", with: "fax")
            ],
            "Content/national/report/index.md:4:35: not every force that shows this has the fact 'phone' | add it to the force.yml of kent"
        ),
        Case(
            "a link to a page that does not exist", ["national/index.md": SmallSite.page("Home", body: "[x](/reprot)")],
            "Content/national/index.md:4:1: there is no page '/reprot' | did you mean '/report'?"),
        Case(
            "a link to a heading that does not exist",
            ["national/index.md": SmallSite.page("Home", body: "[x](/emergency#cal)")],
            "Content/national/index.md:4:1: '/emergency' has no heading '#cal' | did you mean 'call'?"),
        Case(
            "a page without front matter", ["national/index.md": "Hello"],
            "Content/national/index.md:1: a page begins with its front matter | "
                + "put 'title: …' between two lines of '---' at the top of the file"),
        Case(
            "a file that is not UTF-8 text", ["national/index.md": "---\ntitle: A\n---\n\u{0}"],
            "Content/national/index.md:4: this line is not UTF-8 text | save the file as UTF-8"),
        Case(
            "a twin of nothing", ["national/reprot.cy.md": SmallSite.page("X", body: "x")],
            "Content/national/reprot.cy.md: nothing reads this file | "
                + "a Welsh twin is named like its English page, with '.cy.md' at the end"),
        Case(
            "a force that cannot be", ["forces/Kent Police/force.yml": ""],
            "Content/forces/Kent Police: 'Kent Police' cannot be the id of a force | "
                + "an id is made of lower-case letters, digits and hyphens, and begins with a letter"),
        Case(
            "a string that is missing",
            [
                "strings.cy.yml": SmallSite.strings(language: "Cymraeg").replacingOccurrences(
                    of: "not-answered: \"not-answered\"\n", with: "")
            ],
            "Content/strings.cy.yml: the string 'not-answered' is missing | add it"),
        Case(
            "Welsh words that are missing",
            ["national/report/theft.cy.md": "---\ntitle: Dwyn\nform:\n  next: N\n  danger: { title: P }\n---\n"],
            "Content/national/report/theft.cy.md:4:3: the Welsh words of 'in-danger' are missing | "
                + "add 'in-danger:' with label, noun",
            "Content/national/report/theft.cy.md:4:3: the Welsh words of 'item' are missing | "
                + "add 'item:' with label, noun",
            "Content/national/report/theft.cy.md:4:3: the Welsh words of 'what' are missing | add 'what:' with title",
            "Content/national/report/theft.cy.md:4:3: the question set 'about-you' has no Welsh words | "
                + "add questions/about-you.cy.yml"),
        Case(
            "an unknown name in a template", ["Templates/error.mustache": "\n {{titel}}"],
            "Templates/error.mustache:2:2: unknown name 'titel' | did you mean 'title'?"),
        Case(
            "an unknown name where only the intake would meet it", ["Templates/form/done.mustache": "{{refrence}}"],
            "Templates/form/done.mustache:1:1: unknown name 'refrence' | did you mean 'reference'?"),
        Case(
            "text written as HTML", ["Templates/page.mustache": "{{{title}}}"],
            "Templates/page.mustache:1:1: 'title' is text, which must be escaped | write it with two braces: {{title}}"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.report.hasErrors)
        #expect(run.output.isEmpty, "nothing is published")
    }

    @Test func allFaultsOfARunAreToldAtOnce() async throws {
        var changes = Self.theft("kind: text", "kind: txt")
        changes["national/index.md"] = SmallSite.page("Home", body: "<b> [x](/nowhere)")
        changes["Templates/error.mustache"] = "{{nope"
        changes["forces/kent/force.yml"] = "name: Kent"
        let run = try await SmallSite.run(changes)
        let errors = run.report.sorted.filter { $0.severity == .error }
        let files = Set(errors.map { $0.location.file.split(separator: "/").last.map(String.init) ?? "" })
        #expect(files == ["theft.md", "index.md", "error.mustache", "force.yml"])
    }

    @Test func aFolderWithoutContentSaysWhatWasLookedForAndHowToBegin() async throws {
        try await withTemporaryFolder { folder in
            let run = try SmallSite.run(in: folder)
            #expect(
                run.faults.first?.hasPrefix("Content: there is no content here: this folder was looked for") == true)
            #expect(run.faults.first?.contains("national/index.md") == true)
            #expect(run.faults.last?.hasPrefix("Templates: there are no templates here") == true)
        }
    }

    @Test func anUnknownForceIsSaidWithTheOneThatWasMeant() async throws {
        let run = try await SmallSite.run(forces: ["gwnt"])
        #expect(run.faults == ["--force: unknown force 'gwnt' | did you mean 'gwent'?"])
        #expect(run.output.isEmpty)
    }
}
