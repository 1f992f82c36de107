import Testing

@testable import SiteBuilder

/// Pages of one force, and pages for some forces only.
@Suite struct OverlayTests {
    @Test func thePageOfAForceReplacesTheNationalOneOfItsPath() async throws {
        let run = try await SmallSite.run([
            "forces/kent/pages/emergency.md": SmallSite.page("Kent emergency", body: "Come to the counter")
        ])
        #expect(run.faults == [])
        #expect(run.text("kent/emergency.html").contains("<h1>Kent emergency</h1>\n<p>Come to the counter</p>"))
        #expect(run.text("kent/index.html").contains("<a href=\"/emergency\">Kent emergency</a>"), "in the footer too")
        #expect(run.text("gwent/emergency.html").contains("<h1>Emergency</h1>\n<h2 id=\"call\">Call 999</h2>"))
        #expect(run.text("gwent/index.html").contains("<a href=\"/emergency\">Emergency</a>"))
    }

    @Test func aPageThatReplacesAnotherTakesNoTranslationFromIt() async throws {
        let run = try await SmallSite.run([
            "national/emergency.cy.md": SmallSite.page("Argyfwng", slug: "argyfwng", body: "Ffoniwch"),
            "forces/gwent/pages/emergency.md": SmallSite.page("Gwent emergency", body: "Come to the counter"),
        ])
        #expect(run.faults == [])
        #expect(run.output["gwent/cy/argyfwng.html"] == nil)
        #expect(run.text("gwent/cy/emergency.html").contains("<div lang=\"en\"><h1>Gwent emergency</h1>"))
    }

    @Test func aForceHasPagesOfItsOwn() async throws {
        let run = try await SmallSite.run([
            "forces/gwent/pages/counters/index.md": SmallSite.page("Counters", body: "[Call](/emergency)"),
            "forces/gwent/pages/counters/index.cy.md": SmallSite.page("Cownteri", slug: "cownteri", body: "Dewch"),
        ])
        #expect(run.faults == [])
        #expect(run.text("gwent/counters/index.html").contains("<p><a href=\"/emergency\">Call</a></p>"))
        #expect(run.text("gwent/cy/cownteri/index.html").contains("<h1>Cownteri</h1>"))
        #expect(!run.output.keys.contains { $0.hasPrefix("kent/counters") })
    }

    @Test(
        arguments: [
            (["only: kent"], ["kent"]), (["only: wales"], ["gwent"]), (["only: [wales, kent]"], ["gwent", "kent"]),
            (["except: kent"], ["gwent"]), (["except: [wales]"], ["kent"]), (["except: [wales, kent]"], []),
            (["only: [wales, kent]", "except: wales"], ["kent"]),
        ] as [([String], [String])])
    func aPageIsOnTheSitesThatItIsFor(keys: [String], forces: [String]) async throws {
        let run = try await SmallSite.run(["national/some.md": SmallSite.page("Some", keys: keys, body: "x")])
        #expect(run.faults == [])
        #expect(["gwent", "kent"].filter { run.output["\($0)/some.html"] != nil } == forces)
        #expect((run.output["gwent/cy/some.html"] != nil) == forces.contains("gwent"))
    }

    @Test func aDraftOfAForceLeavesTheNationalPageWhereItIs() async throws {
        let run = try await SmallSite.run([
            "forces/kent/pages/emergency.md": SmallSite.page("Soon", keys: ["draft: yes"], body: "x"),
            "forces/kent/pages/own.md": SmallSite.page("Own", keys: ["draft: yes"], body: "x"),
        ])
        #expect(run.faults == [])
        #expect(run.text("kent/emergency.html").contains("<h1>Emergency</h1>"))
        #expect(run.output["kent/own.html"] == nil)
    }

    @Test func aFormOfAForceHasADefinitionOfItsOwn() async throws {
        let own = SmallSite.theft.replacing("What was it?", with: "What is gone?")
        let run = try await SmallSite.run(["forces/kent/pages/report/theft.md": own])
        #expect(run.faults == [])
        let bundle = try PublishedBundle(of: run)
        let kent = try #require(bundle.form("theft", of: "kent"))
        let gwent = try #require(bundle.form("theft", of: "gwent"))
        #expect(kent.page == "/report/theft" && gwent.page == "/report/theft")
        let digest = run.text("intake/current").dropFirst("-> ".count)
        #expect(run.text("intake/\(digest)/definitions/\(kent.definition).json").contains("What is gone?"))
        #expect(run.text("intake/\(digest)/definitions/\(gwent.definition).json").contains("What was it?"))
    }

    @Test func anOptionalLinkToAPageOfOthersIsItsText() async throws {
        let run = try await SmallSite.run([
            "national/some.md": SmallSite.page("Some", keys: ["only: kent"], body: "## x"),
            "national/emergency.md": SmallSite.page("Emergency", body: "Read [this page](/some#x){optional} first."),
        ])
        #expect(run.faults == [])
        #expect(run.text("kent/emergency.html").contains("<p>Read <a href=\"/some#x\">this page</a> first.</p>"))
        #expect(run.text("gwent/emergency.html").contains("<p>Read this page first.</p>"))
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a force that does not exist",
            ["national/some.md": SmallSite.page("Some", keys: ["only: knet"], body: "x")],
            "Content/national/some.md:3:7: there is no force or group 'knet' | did you mean 'kent'?"),
        .init(
            "a group that does not exist",
            ["national/some.md": SmallSite.page("Some", keys: ["except: [kent, waels]"], body: "x")],
            "Content/national/some.md:3:16: there is no force or group 'waels' | did you mean 'wales'?"),
        .init(
            "an audience that is a map",
            ["national/some.md": SmallSite.page("Some", keys: ["only: { kent: yes }"], body: "x")],
            "Content/national/some.md:3:7: this must be a list, not a map | write [a, b]"),
        .init(
            "'only' in the page of a force",
            ["forces/kent/pages/some.md": SmallSite.page("Some", keys: ["only: kent"], body: "x")],
            "Content/forces/kent/pages/some.md:3:7: the page of a force is for that force alone | "
                + "take 'only' and 'except' out"),
        .init(
            "a link to a page of other forces",
            [
                "national/some.md": SmallSite.page("Some", keys: ["only: kent"], body: "x"),
                "national/emergency.md": SmallSite.page("Emergency", body: "[x](/some)"),
            ],
            "Content/national/emergency.md:4:1: '/some' is not on the site of gwent: it is not for gwent | "
                + "write '[…](/some){optional}', or limit this page with 'only' or 'except'"),
        .init(
            "a link that several sites cannot follow",
            [
                "forces/essex/force.yml": SmallSite.force("Essex Police", code: "ESS"),
                "national/some.md": SmallSite.page("Some", keys: ["only: wales"], body: "x"),
                "national/emergency.md": SmallSite.page("Emergency", body: "[x](/some)"),
            ],
            "Content/national/emergency.md:4:1: '/some' is not on 2 sites, essex among them: it is not for essex | "
                + "write '[…](/some){optional}', or limit this page with 'only' or 'except'"),
        .init(
            "an optional link to a page that was never written",
            ["national/emergency.md": SmallSite.page("Emergency", body: "[x](/reprot){optional}")],
            "Content/national/emergency.md:4:1: there is no page '/reprot' | did you mean '/report'?"),
        .init(
            "one id of two forms on a site",
            [
                "forces/kent/pages/local/theft.md": SmallSite.theft.replacing("a theft", with: "a loss")
                    .replacing("THE", with: "LOS")
            ],
            "Content/national/report/theft.md:4:3: Content/forces/kent/pages/local/theft.md:4:3 already has a form "
                + "'theft' | rename one of the pages"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }
}
