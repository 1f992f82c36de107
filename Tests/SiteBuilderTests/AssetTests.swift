import Testing

@testable import SiteBuilder

/// The files that pages load, show and offer.
@Suite struct AssetTests {
    /// The head of a GIF of 64 by 48 pixels: all of it is ASCII.
    private static let picture = "GIF89a\u{40}\u{0}\u{30}\u{0}"

    @Test func browsersCanHoldTheStylesheetAgainstItsDigest() async throws {
        let run = try await SmallSite.run()
        // As `openssl dgst -sha256` says.
        let link =
            "<link rel=\"stylesheet\" href=\"/assets/site.f674c2ffb741.css\" "
            + "integrity=\"sha256-9nTC/7dB2f1JpbRTvOrSQbb3pM4m9KB3UwcuNN8sxso=\">"
        #expect(run.text("kent/assets/site.f674c2ffb741.css") == "body { color: black }")
        for page in ["kent/index", "gwent/index", "gwent/cy/index", "kent/404"] {
            #expect(run.text("\(page).html").contains(link), "\(page)")
        }
        #expect(!run.text("kent/index.html").contains("<script"), "no page needs a script")
    }

    @Test func aScriptIsLoadedWhereThereIsOne() async throws {
        let run = try await SmallSite.run(["Templates/site.js": "let a = 1\n"])
        #expect(run.faults == [])
        #expect(run.text("kent/assets/site.d6447d6f631d.js") == "let a = 1\n")
        #expect(
            run.text("kent/index.html").contains(
                "<script src=\"/assets/site.d6447d6f631d.js\" "
                    + "integrity=\"sha256-1kR9b2MdF6r4sNsK3xRwZG6ZGjryLG+Pf2BB3kK20hM=\" defer></script>"))
    }

    @Test func browsersKeepRoomForAnImage() async throws {
        let run = try await SmallSite.run([
            "assets/door.gif": Self.picture, "assets/doors/plan.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "national/emergency.md": SmallSite.page(
                "Emergency", body: "![Our \"front\" door](/assets/door.gif) ![A plan](/assets/doors/plan.svg)"),
        ])
        #expect(run.faults == [])
        let page = run.text("kent/emergency.html")
        let door =
            /<img src="\/assets\/door\.[0-9a-f]{12}\.gif" width="64" height="48" alt="Our &quot;front&quot; door">/
        #expect(page.contains(door))
        #expect(page.contains(/<img src="\/assets\/doors\/plan\.[0-9a-f]{12}\.svg" alt="A plan">/), "SVG has no pixels")
        let path = try #require(page.firstMatch(of: /assets\/door\.[0-9a-f]{12}\.gif/)?.output)
        #expect(run.text("kent/\(path)") == Self.picture && run.text("gwent/\(path)") == Self.picture)
    }

    @Test(arguments: [
        ("claim.pdf", 240_400, "PDF, 240 KB"), ("small.csv", 1, "CSV, 1 KB"), ("a.txt", 999_499, "TXT, 999 KB"),
        ("b.odt", 999_500, "OpenDocument, 1 MB"), ("c.docx", 1_249_999, "Word, 1.2 MB"),
        ("D.XLSX", 2_000_000, "Excel, 2 MB"),
    ])
    func aDownloadTellsItsKindAndSize(name: String, size: Int, told: String) async throws {
        let run = try await SmallSite.run([
            "assets/\(name)": String(repeating: "x", count: size),
            "national/emergency.md": SmallSite.page("Emergency", body: "Print [the form](/assets/\(name)) first."),
        ])
        #expect(run.faults == [])
        let link = run.text("kent/emergency.html").firstMatch(of: /Print <a href="\/(.*)">the form \((.*)\)<\/a> first/)
        let (_, path, label) = try #require(link).output
        #expect(label == told)
        #expect(run.output["kent/\(path)"]?.count == size)
    }

    @Test func onlyThePagesOfAForceDecideWhatItPublishes() async throws {
        let run = try await SmallSite.run([
            "assets/plan.txt": "x",
            "forces/kent/pages/plan.md": SmallSite.page("Plan", body: "[The plan](/assets/plan.txt)"),
        ])
        #expect(run.faults == [])
        #expect(run.output.keys.contains { $0.hasPrefix("kent/assets/plan.") })
        #expect(!run.output.keys.contains { $0.hasPrefix("gwent/assets/plan.") })
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a kind that no page can offer", ["assets/tool.exe": "x", "assets/README": "x"],
            "Content/assets/README: a page cannot offer a file of this kind | "
                + "known here: csv, docx, gif, jpeg, jpg, odt, pdf, png, svg, txt, webp, xlsx",
            "Content/assets/tool.exe: a page cannot offer a file of this kind | "
                + "known here: csv, docx, gif, jpeg, jpg, odt, pdf, png, svg, txt, webp, xlsx"),
        .init(
            "an image that does not exist",
            [
                "assets/door.gif": picture,
                "national/emergency.md": SmallSite.page("Emergency", body: "![x](/assets/dor.gif)"),
                "national/index.md": SmallSite.page("Home", body: "![x](/assets/door.gif)"),
            ],
            "Content/national/emergency.md:4:1: there is no file 'assets/dor.gif' | did you mean 'door.gif'?"),
        .init(
            "a download that does not exist",
            ["national/emergency.md": SmallSite.page("Emergency", body: "[x](/assets/claim.pdf)")],
            "Content/national/emergency.md:4:1: there is no file 'assets/claim.pdf' | there are none to choose from"),
        .init(
            "no stylesheet", ["Templates/site.css": nil], "Templates/site.css: this file is missing | add it"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }
}
