import Diagnostics
import Forms
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

@Suite struct SiteBuildTests {
    @Test func everyForceGetsItsFilesInItsLanguages() async throws {
        let run = try await SmallSite.run()
        #expect(run.faults == [])
        let english = [
            "404.html", "503.html", "emergency.html", "index.html", "report/index.html", "report/theft.html",
        ]
        let welsh = [
            "cy/404.html", "cy/429.html", "cy/503.html", "cy/index.html", "cy/emergency.html",
            "cy/rhoi-gwybod/index.html",
            "cy/rhoi-gwybod/theft.html", "cy/rhoi-gwybod/theft/questions.html", "cy/rhoi-gwybod/theft/privacy.html",
        ]
        for path in (english + welsh).map({ "gwent/\($0)" }) + english.map({ "kent/\($0)" }) {
            #expect(run.output[path] != nil, "\(path)")
        }
        #expect(!run.output.keys.contains { $0.hasPrefix("kent/cy") })
        #expect(run.summary.forces == 2 && run.summary.pages == 30)
    }

    @Test func factsOfTheForceAreFilledInAndEscaped() async throws {
        let run = try await SmallSite.run()
        #expect(run.text("gwent/index.html").contains("Welcome to Gwent Police."))
        #expect(run.text("gwent/cy/index.html").contains("Croeso i Heddlu Gwent."))
        #expect(run.text("kent/index.html").contains("Welcome to Kent Police &amp; Co."))
        #expect(run.text("kent/report/index.html").contains("href=\"tel:0800405040\""), "no spaces in a number to call")
        #expect(run.text("kent/emergency.html").contains("<h2 id=\"call\">Call 999</h2>"))
    }

    @Test func linksLeadToTheTwinWhereThereIsOne() async throws {
        let run = try await SmallSite.run()
        #expect(run.text("gwent/cy/index.html").contains("<a href=\"/cy/rhoi-gwybod\">Rhoi gwybod</a>"))
        #expect(run.text("gwent/cy/rhoi-gwybod/index.html").contains("<a href=\"/cy/rhoi-gwybod/theft\">Dwyn</a>"))
        #expect(run.text("gwent/cy/index.html").contains("<a href=\"/\">English</a>"))
        #expect(run.text("gwent/index.html").contains("<link rel=\"alternate\" hreflang=\"cy\" href=\"/cy/\">"))
        #expect(!run.text("kent/index.html").contains("hreflang"), "a force without Welsh has no language switch")
    }

    @Test func aDemonstrationNamesNoRealHost() async throws {
        let run = try await SmallSite.run()
        for (path, data) in run.output {
            #expect(!String(decoding: data, as: UTF8.self).contains("police.uk"), "\(path)")
        }
        let real = try await SmallSite.run([
            "site.yml": SmallSite.content.files["site.yml"]?.replacingOccurrences(of: "n: yes", with: "n: no")
        ])
        #expect(real.output.values.contains { String(decoding: $0, as: UTF8.self).contains("www.gwe.police.uk") })
    }

    @Test func theBundleHoldsWhatTheIntakeNeedsAndIsNamedByItsDigest() async throws {
        let run = try await SmallSite.run()
        let current = run.text("intake/current")
        let digest = String(current.dropFirst("-> ".count))
        #expect(digest.wholeMatch(of: #/[0-9a-f]{64}/#) != nil)
        #expect(run.text("intake/\(digest)/bundle.json").contains("\"format\":1"))
        #expect(run.output["intake/\(digest)/shells/gwent.cy.html"] != nil)
        #expect(run.output["intake/\(digest)/templates/form/step.mustache"] != nil)
        #expect(run.output.keys.count { $0.hasPrefix("intake/\(digest)/definitions/") } == 1)
    }

    @Test func twoBuildsIntoEmptyFoldersAreTheSameToTheByte() async throws {
        let (first, second) = (try await SmallSite.run(), try await SmallSite.run())
        #expect(first.output == second.output)
        #expect(!first.output.isEmpty)
    }

    @Test func aBuildOfUnchangedContentRewritesNothing() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write([:], to: folder)
            _ = try SmallSite.run(in: folder)
            let before = try Self.inodes(below: "\(folder)/public")
            let again = try SmallSite.run(in: folder)
            #expect(again.summary.changed == 0)
            #expect(try Self.inodes(below: "\(folder)/public") == before)
        }
    }

    @Test func aChangedPageIsReplacedAndTheOthersAreKept() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write([:], to: folder)
            _ = try SmallSite.run(in: folder)
            let before = try Self.inodes(below: "\(folder)/public")
            let page = SmallSite.page("Emergency", body: "Changed")
            try Data(page.utf8).write(to: URL(filePath: "\(folder)/Content/national/emergency.md"))
            let again = try SmallSite.run(in: folder)
            let after = try Self.inodes(below: "\(folder)/public")
            #expect(again.summary.changed == 4, "one page of two forces, gwent's also in Welsh, and the search")
            #expect(again.text("kent/emergency.html").contains("Changed"))
            #expect(after["kent/index.html"] == before["kent/index.html"])
            #expect(after["kent/emergency.html"] != before["kent/emergency.html"])
            #expect(!after.keys.contains { $0.contains(".staging") })
        }
    }

    @Test func aPageThatIsGoneIsGone() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write(["national/old.md": SmallSite.page("Old", body: "x")], to: folder)
            #expect(try SmallSite.run(in: folder).output["gwent/old.html"] != nil)
            try FileManager.default.removeItem(atPath: "\(folder)/Content/national/old.md")
            #expect(try SmallSite.run(in: folder).output["gwent/old.html"] == nil)
        }
    }

    /// The folder of an asset may be gone from the content while pages that show it are still being read.
    @Test func anEarlierAssetStaysWhereItsFolderIsGone() async throws {
        try await withTemporaryFolder { folder in
            let page = SmallSite.page("Emergency", body: "![A plan](/assets/doors/plan.svg)")
            let plan = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            try SmallSite.write(["assets/doors/plan.svg": plan, "national/emergency.md": page], to: folder)
            let first = try SmallSite.run(in: folder)
            let path = try #require(first.output.keys.first { $0.hasPrefix("kent/assets/doors/") })
            try FileManager.default.removeItem(atPath: "\(folder)/Content")
            try SmallSite.write([:], to: folder)
            let next = try SmallSite.run(in: folder)
            #expect(next.faults == [] && !next.text("kent/emergency.html").contains("plan"))
            #expect(next.text(path) == plan)
        }
    }

    @Test func earlierStylesheetsStayForPagesThatAreStillBeingRead() async throws {
        try await withTemporaryFolder { folder in
            var sheets: [Set<String>] = []
            for colour in ["red", "green", "blue", "black", "white"] {
                try SmallSite.write(["Templates/site.css": "body { color: \(colour) }"], to: folder)
                let run = try SmallSite.run(in: folder)
                sheets.append(Set(run.output.keys.filter { $0.hasPrefix("kent/assets/") }))
                #expect(run.summary.changed > 0)
            }
            #expect(sheets.map(\.count) == [1, 2, 3, 3, 3])
            let again = try SmallSite.run(in: folder)
            #expect(again.summary.changed == 0)
        }
    }

    @Test func whatIsLiveStaysWhereTheContentIsAtFault() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write([:], to: folder)
            _ = try SmallSite.run(in: folder)
            let before = try FileTree.read("\(folder)/public")
            try SmallSite.write(["national/index.md": SmallSite.page("New", body: "<b>")], to: folder)
            let faulty = try SmallSite.run(in: folder)
            #expect(faulty.report.hasErrors)
            #expect(try FileTree.read("\(folder)/public") == before)
        }
    }

    @Test func onlyTheForcesThatAreAskedForAreBuilt() async throws {
        let run = try await SmallSite.run(forces: ["kent"])
        #expect(run.output["kent/index.html"] != nil && run.output["gwent/index.html"] == nil)
        let digest = run.text("intake/current").dropFirst(3)
        #expect(run.output["intake/\(digest)/shells/gwent.en.html"] != nil, "the intake serves them all")
    }

    @Test func anOverdueReviewIsAWarningAndIsPublished() async throws {
        try await withTemporaryFolder { folder in
            let page = "---\ntitle: Home\nreview-by: 2026-01-31\n---\nx"
            try SmallSite.write(["national/index.md": page], to: folder)
            let onTime = try SmallSite.run(in: folder, asOf: try #require(CalendarDate(iso: "2026-01-31")))
            #expect(onTime.faults == [])
            let late = try SmallSite.run(in: folder, asOf: try #require(CalendarDate(iso: "2026-02-01")))
            #expect(late.faults.map { $0.contains("this page was to be reviewed by 2026-01-31") } == [true])
            #expect(!late.report.hasErrors)
        }
    }

    private static func inodes(below folder: String) throws -> [String: UInt64] {
        var inodes: [String: UInt64] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var status = stat()
            if lstat("\(folder)/\(path)", &status) == 0 { inodes[path] = UInt64(status.st_ino) }
        }
        return inodes
    }
}
