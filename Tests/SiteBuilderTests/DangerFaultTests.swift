import Testing

@testable import SiteBuilder

/// Whoever is in danger is told to call, wherever the form leads from there.
@Suite struct DangerFaultTests {
    private static let hurt = "{ id: hurt, kind: yes-no, label: L, danger: yes }"
    private static let told = "{ id: hurt, kind: yes-no, label: L, danger: yes, advice: { yes: Keep away. } }"
    private static let home = "{ id: home, kind: yes-no, label: L }"
    private static let call = "Call {{site.signposts.emergency}}"
    private static let out = "exits: [{ when: { hurt: yes }, to: /emergency }]"

    /// A form that leads out to the page for emergencies, and what that page says.
    private static func leading(to body: String, _ more: [String: String?] = [:]) -> [String: String?] {
        SmallForm.asking(hurt, step: [out])
            .merging(["national/emergency.md": SmallSite.page("Emergency", body: body)]) { $1 }
            .merging(more) { $1 }
    }

    static let untold: [(String, [String: String?])] = [
        ("on with the form", SmallForm.asking(hurt)),
        ("out to a page that does not say the number", leading(to: "Call us")),
        (
            "out to a page that does not say it in Welsh",
            leading(to: call, ["national/emergency.cy.md": SmallSite.page("Argyfwng", body: "Ffoniwch")])
        ),
        (
            "out to a page that one force has written anew",
            leading(to: call, ["forces/kent/pages/emergency.md": SmallSite.page("Kent", body: "Come in")])
        ),
        (
            "out only with another answer besides",
            SmallForm.asking(hurt, home, step: ["exits: [{ when: { hurt: yes, home: no }, to: /emergency }]"])
        ),
        (
            "out to another page by an exit before",
            SmallForm.asking(
                hurt, home,
                step: ["exits: [{ when: { home: no }, to: /report }, { when: { hurt: yes }, to: /emergency }]"])
        ),
        (
            "out with the other answer", SmallForm.asking(hurt, step: [out.replacing("hurt: yes", with: "hurt: no")])
        ),
        ("out from a later step", SmallForm.of(SmallForm.step("first", hurt), SmallForm.step("b", home, keys: [out]))),
        (
            "on from radios",
            SmallForm.asking("{ id: hurt, kind: radios, label: L, danger: yes, options: { yes: Y, no: N } }")
        ),
        (
            "on with advice for another answer alone",
            SmallForm.asking("{ id: hurt, kind: yes-no, label: L, danger: yes, advice: { no: Good. } }")
        ),
    ]

    @Test(arguments: untold)
    func dangerLeadsToHelp(whither: String, changes: [String: String?]) async throws {
        let run = try await SmallSite.run(changes)
        #expect(
            run.faults == [
                "Content/national/report/theft.md:10:11: whoever answers yes to 'hurt' is not told to call the "
                    + "emergency number | lead out to a page that says {{site.signposts.emergency}}, or add "
                    + "'advice: { yes: … }'"
            ], "\(whither)")
        #expect(run.output.isEmpty, "nothing is published")
    }

    static let helped: [(String, [String: String?])] = [
        ("advice on the spot", SmallForm.asking(told)),
        ("a page that says the number", leading(to: call)),
        (
            "a page that says it in both languages",
            leading(to: call, ["national/emergency.cy.md": SmallSite.page("Argyfwng", body: call)])
        ),
        (
            "advice on the spot, and a page that does not say it",
            leading(to: "Call us", SmallForm.asking(told, step: [out]))
        ),
        (
            "exits that do all say it",
            SmallForm.asking(
                hurt, home,
                step: ["exits: [{ when: { hurt: yes, home: no }, to: /emergency }, { when: { hurt: yes }, to: /help }]"]
            ).merging(["national/help.md": SmallSite.page("Help", body: call)]) { $1 }
        ),
        ("a question that is not of danger", SmallForm.asking(hurt.replacing(", danger: yes", with: ""))),
        (
            "a question of danger whose answer is known to be no",
            SmallForm.asking(hurt, home, keys: ["preset: { hurt: no }"])
        ),
    ]

    @Test(arguments: helped)
    func whoeverIsToldToCallNeedsNoMore(how: String, changes: [String: String?]) async throws {
        #expect(try await SmallSite.run(changes).faults == [], "\(how)")
    }
}
