import Testing

@testable import SiteBuilder

/// The pages that a form gets by itself go with it: they stand where it stands, and say what it asks there.
@Suite struct CompanionOverlayTests {
    private static let own = SmallSite.theft.replacing("What was it?", with: "What is gone?")

    /// The companions of forms on the site of a force.
    private static func companions(of force: String, in run: SmallSite.Run) -> [String] {
        run.output.keys.filter { path in
            path.hasPrefix("\(force)/") && ["questions", "privacy"].contains { path.hasSuffix("/\($0).html") }
        }.map { String($0.dropFirst(force.count + 1)) }.sorted()
    }

    private static let both = ["report/theft/privacy.html", "report/theft/questions.html"]

    @Test func aServiceThatIsSwitchedOffHasNone() async throws {
        let run = try await SmallSite.run([
            "forces/kent/force.yml": SmallSite.force("Kent Police", code: "KEN") + "\nservices-off: [theft]",
            "national/report/index.md": SmallSite.page("Report", body: "[Theft](/report/theft){optional}"),
        ])
        #expect(run.faults == [])
        #expect(Self.companions(of: "kent", in: run) == [])
        #expect(Self.companions(of: "gwent", in: run).filter { !$0.hasPrefix("cy/") } == Self.both)
    }

    @Test func aFormOfAForceReplacesTheNationalOneAndItsPages() async throws {
        let run = try await SmallSite.run([
            "forces/kent/pages/report/theft.md": Self.own,
            "Templates/form/privacy.mustache":
                "<h1>{{title}}</h1>{{#sections}}{{#questions}}{{label}}{{/questions}}{{/sections}}",
        ])
        #expect(run.faults == [])
        #expect(Self.companions(of: "kent", in: run) == Self.both)
        for page in Self.both {
            #expect(run.text("kent/\(page)").contains("</h1>Are you in danger?What is gone?Your name"), "\(page)")
            #expect(run.text("gwent/\(page)").contains("</h1>Are you in danger?What was it?Your name"), "\(page)")
        }
    }

    @Test func aFormOfAForceTakesNoTranslationFromTheNationalOne() async throws {
        let own: [String: String?] = ["forces/gwent/pages/report/theft.md": Self.own]
        let run = try await SmallSite.run(CompanionTests.welsh.merging(own) { $1 })
        #expect(run.faults == [])
        #expect(!run.output.keys.contains { $0.hasPrefix("gwent/cy/rhoi-gwybod/dwyn") })
        let page = run.text("gwent/cy/rhoi-gwybod/theft/questions.html")
        #expect(page.contains("<div lang=\"en\"><h1>") && page.contains("What is gone?"))
    }

    @Test func aPageOfAForceThatReplacesAFormHasNone() async throws {
        let run = try await SmallSite.run([
            "forces/kent/pages/report/theft.md": SmallSite.page("Thefts", body: "Come to the counter.")
        ])
        #expect(run.faults == [])
        #expect(Self.companions(of: "kent", in: run) == [])
        #expect(run.text("kent/report/theft.html").contains("<p>Come to the counter.</p>"))
        #expect(Self.companions(of: "gwent", in: run).filter { !$0.hasPrefix("cy/") } == Self.both)
    }

    @Test func aFormThatReplacesAPageOfAllForcesHasThemForItsForceAlone() async throws {
        let form = SmallForm.page(
            [SmallForm.step("first", "{ id: item, kind: text, label: Local }")], title: "Emergency here", code: "EME")
        let run = try await SmallSite.run([
            "forces/kent/pages/help.md": form, "national/help.md": SmallSite.page("Help", body: "x"),
        ])
        #expect(run.faults == [])
        #expect(Self.companions(of: "kent", in: run) == ["help/privacy.html", "help/questions.html"] + Self.both)
        #expect(run.text("kent/help/questions.html").contains("</h1>Local"))
        #expect(Self.companions(of: "gwent", in: run).filter { !$0.hasPrefix("cy/") } == Self.both)
    }

    @Test(
        arguments: [
            ("draft: yes", "2026-03-01", []), ("only: kent", "2026-03-01", ["kent"]),
            ("except: kent", "2026-03-01", ["gwent"]), ("publish-on: 2026-03-02", "2026-03-01", []),
            ("publish-on: 2026-03-02", "2026-03-02", ["gwent", "kent"]),
            ("expires-on: 2026-03-02", "2026-03-01", ["gwent", "kent"]), ("expires-on: 2026-03-02", "2026-03-02", []),
        ] as [(String, String, [String])])
    func theyStandWhereAndWhenTheFormDoes(key: String, day: String, forces: [String]) async throws {
        let form = SmallForm.page(
            [SmallForm.step("first", "{ id: item, kind: text, label: L }")], title: "Loss", code: "LOS")
        let run = try await SmallSite.run(
            ["national/loss.md": form.replacing("form:\n", with: "\(key)\nform:\n")], asOf: SmallSite.day(day))
        #expect(run.faults == [])
        for force in ["gwent", "kent"] {
            let own = Self.companions(of: force, in: run).filter { $0.hasPrefix("loss/") }
            #expect(own == (forces.contains(force) ? ["loss/privacy.html", "loss/questions.html"] : []), "\(force)")
        }
    }
}
