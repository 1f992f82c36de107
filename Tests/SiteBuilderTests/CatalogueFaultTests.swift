import TestSupport
import Testing

@testable import SiteBuilder

/// What authors of `services.yml` are told, to the letter.
@Suite struct CatalogueFaultTests {
    private static func changing(_ old: String, _ new: String) -> [String: String?] {
        ["services.yml": SmallSite.content.files["services.yml"]?.replacing(old, with: new)]
    }

    private static func adding(_ line: String) -> [String: String?] {
        [
            "services.yml": (SmallSite.content.files["services.yml"] ?? "") + "\n" + line,
            "national/other.md": SmallSite.page("Other", body: "x"),
        ]
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a signpost that does not exist", changing("signposts: [emergency]", "signposts: [emergancy]"),
            "Content/services.yml:5:95: there is no signpost 'emergancy' in site.yml | did you mean 'emergency'?"),
        .init(
            "a related service that does not exist", changing("related: [help]", "related: [halp]"),
            "Content/services.yml:5:76: there is no service 'halp' | did you mean 'help'?"),
        .init(
            "a place that does not exist", changing("in: [navigation]", "in: [navigaton]"),
            "Content/services.yml:3:8: a service cannot be offered in 'navigaton' | did you mean 'navigation'?"),
        .init(
            "a page that does not exist", changing("/report/theft", "/report/thetf"),
            "Content/services.yml:5:20: there is no page '/report/thetf' | did you mean '/report/theft'?"),
        .init(
            "no page", changing("page: /report/theft, ", ""),
            "Content/services.yml:5:12: 'page' is missing | add 'page: …'"),
        .init(
            "a page that is no path", changing("/report/theft", "report/theft"),
            "Content/services.yml:5:20: 'report/theft' is not the path of a page"),
        .init(
            "an id twice", adding("theft: { page: /other }"),
            "Content/services.yml:7:1: the id 'theft' stands twice in the catalogue | choose another"),
        .init(
            "an id that is that of its section", changing("    theft:", "    report:"),
            "Content/services.yml:5:5: the id 'report' stands twice in the catalogue | choose another"),
        .init(
            "a page twice", adding("more: { page: /emergency }"),
            "Content/services.yml:7:15: the page /emergency already belongs to the service 'help' | "
                + "a page is one service"),
        .init(
            "an id that is none", adding("More: { page: /other }"),
            "Content/services.yml:7:1: 'More' is not an id | "
                + "an id is made of lower-case letters, digits and hyphens, and begins with a letter"),
        .init(
            "an unknown key", changing("also:", "alos:"),
            "Content/services.yml:5:35: unknown key 'alos' | did you mean 'also'?"),
        .init(
            "services three levels deep",
            changing("signposts: [emergency]", "services: { a: { page: /, services: {} } }"),
            "Content/services.yml:5:109: unknown key 'services' | known here: also, in, page, related, signposts"),
        .init(
            "other words without their language", changing("{ en: [Stolen things] }", "[Stolen things]"),
            "Content/services.yml:5:41: this must be a map of 'key: value', not a list"),
        .init(
            "a list that does not exist",
            ["national/other.md": SmallSite.page("Other", keys: ["list: az"], body: "x")],
            "Content/national/other.md:3:7: there is no list 'az' | did you mean 'a-z'?"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }
}
