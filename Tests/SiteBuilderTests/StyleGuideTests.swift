import ContentLoader
import Diagnostics
import Forms
import TestSupport
import Testing

@testable import SiteBuilder

/// The page that shows authors everything: each question of its form in each state.
@Suite struct StyleGuideTests {
    private static let guide: [String: String?] = [
        "national/report/theft.md": SmallSite.theft.replacing("form:", with: "list: style-guide\nform:"),
        "Templates/page.mustache": """
        <h1>{{title}}</h1>{{{body}}}{{#guide}}{{#steps}}{{#states}}<h2>{{label}}</h2>
        {{#questions}}<p id="{{id}}">{{label}}{{#error}}<i>{{error}}</i>{{/error}}{{#input}} is {{value}}{{/input}}</p>{{/questions}}
        {{/states}}{{#rows}}{{label}}: {{#lines}}{{.}}{{/lines}}.{{/rows}}{{/steps}}{{/guide}}
        {{#form}}{{> form/form}}{{/form}}
        {{#services}}{{#items}}<a href="{{url}}">{{title}}</a>{{/items}}{{/services}}
        """,
    ]

    @Test func eachQuestionIsShownAsAskedAnsweredAndWithAFault() async throws {
        let run = try await SmallSite.run(Self.guide)
        #expect(run.faults == [])
        let page = run.text("kent/report/theft.html")
        #expect(page.contains("<p id=\"asked.item\">What was it? is </p>"))
        #expect(page.contains("<p id=\"answered.item\">What was it? is A</p>"))
        #expect(page.contains("<p id=\"faulty.item\">What was it?<i>faults.text.missing</i> is </p>"))
        #expect(page.contains("What was it?: A."), "as the check page shows it")
    }

    @Test func theGuideOfTheContentHasEveryKindInBothLanguages() throws {
        var report = DiagnosticReport()
        let content = try SiteContent.load("\(Program.root)/Content", jobs: 2, &report)
        let guide = try #require(content.pages.first { $0.path.description == "/style-guide" })
        let form = try #require(guide.form)
        #expect(guide.list == .styleGuide && guide.upkeep.isPreview && form.languages == [.english, .welsh])
        let kinds = Set(form.definition.steps.flatMap(\.questions).map(\.kind.name))
        #expect(kinds == Set(QuestionKind.Name.allCases))
    }
}
