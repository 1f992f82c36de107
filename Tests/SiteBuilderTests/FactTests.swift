import TestSupport
import Testing

@testable import SiteBuilder

/// What dates stands in one place.
@Suite struct FactTests {
    private static let facts = """
        answer:
          value: { en: 20 days, cy: 20 diwrnod }
          source: Some Act 2000, section 10
          reviewed: 2026-01-01
          review-by: 2027-01-01
        """

    private static func run(
        _ changes: [String: String?] = [:], on day: String = "2026-06-01"
    ) async throws -> SmallSite.Run {
        try await SmallSite.run(
            changes.merging(["facts.yml": facts]) { own, _ in own }, asOf: SmallSite.day(day))
    }

    @Test func aFactIsSaidInTheLanguageOfThePage() async throws {
        let run = try await Self.run([
            "national/other.md": SmallSite.page("Other", body: "Within {{site.facts.answer}}."),
            "national/other.cy.md": SmallSite.page("Arall", body: "O fewn {{site.facts.answer}}."),
        ])
        #expect(run.faults == [])
        #expect(run.text("gwent/other.html").contains("Within 20 days."))
        #expect(run.text("gwent/cy/other.html").contains("O fewn 20 diwrnod."))
    }

    @Test func aFormSaysFactsAndNumbers() async throws {
        let form = SmallSite.theft.replacing(
            "We call you.", with: "\"Call {{ site.signposts.emergency }} within {{site.facts.answer}}.\""
        )
        .replacing("label: What was it?", with: "label: \"In {{site.facts.answer}}?\"")
        let run = try await Self.run(["national/report/theft.md": form])
        #expect(run.faults == [])
        let isSaid = run.output.keys.contains { path in
            path.hasPrefix("intake/") && run.text(path).contains("Call 999 within 20 days.")
        }
        #expect(isSaid && run.text("kent/report/theft/questions.html").contains("In 20 days?"))
    }

    @Test func aFormCannotSayWhatForcesDifferIn() async throws {
        let form = SmallSite.theft.replacing("We call you.", with: "\"{{force.name}} calls you.\"")
        let run = try await Self.run([
            "national/report/theft.md": form,
            "national/other.md": SmallSite.page("Other", body: "{{site.facts.answer}}"),
        ])
        #expect(
            run.faults == [
                "Content/national/report/theft.md:5:9: no form can say '{{force.name}}' | known here: site.facts.answer, "
                    + "site.signposts.emergency"
            ])
    }

    @Test func whatNobodySaysIsToldOf() async throws {
        #expect(
            try await Self.run().faults == [
                "Content/facts.yml:1:1: no page says the fact 'answer' | delete it, or say it as {{site.facts.answer}}"
            ])
    }

    @Test func whatIsDueIsToldOfWithItsSource() async throws {
        let page = SmallSite.page("Other", body: "{{site.facts.answer}}")
        let run = try await Self.run(["national/other.md": page], on: "2027-01-02")
        #expect(
            run.faults == [
                "Content/facts.yml:1:1: 'answer' was to be reviewed by 2027-01-01 | look it up (Some Act 2000, section "
                    + "10), and set a new 'reviewed' and 'review-by'"
            ])
    }

    @Test(arguments: [
        ("  source: Some Act 2000, section 10\n", "", "Content/facts.yml:2:3: 'source' is missing | add 'source: …'"),
        ("answer:", "An swer:", "Content/facts.yml:1:1: 'An swer' is not an id"),
        ("reviewed: 2026", "reviewd: 2026", "Content/facts.yml:4:3: unknown key 'reviewd' | did you mean 'reviewed'?"),
    ])
    func whatIsWrongIsSaid(old: String, new: String, fault: String) async throws {
        let run = try await Self.run(["facts.yml": Self.facts.replacing(old, with: new)])
        #expect(run.faults.contains { $0.hasPrefix(fault) }, "\(run.faults)")
    }

    @Test func aSignpostTellsWhereItIsFrom() async throws {
        let site = SmallSite.content.files["site.yml"]?.replacing(
            "{ emergency: \"999\" }", with: "{ emergency: { number: \"999\", source: x, review-by: 2026-01-01 } }")
        let run = try await SmallSite.run(["site.yml": site], asOf: SmallSite.day("2026-01-02"))
        #expect(
            run.faults == [
                "Content/site.yml:4:14: 'emergency' was to be reviewed by 2026-01-01 | look it up (x), and set a new "
                    + "'reviewed' and 'review-by'"
            ])
        #expect(run.text("kent/emergency.html").contains("Call 999"))
    }

    @Test func aNumberThatIsTypedIntoAPageIsToldOf() async throws {
        let run = try await SmallSite.run(["national/other.md": SmallSite.page("Other", body: "[Call](tel:0123)")])
        #expect(
            run.faults == [
                "Content/national/other.md:4:1: a number that is typed into a page dates unseen: 'tel:0123' | add it to "
                    + "the signposts of site.yml, and write {{site.signposts.…}}"
            ])
    }
}
