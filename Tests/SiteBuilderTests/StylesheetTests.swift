import SiteModel
import TestSupport
import Testing

@testable import SiteBuilder

/// The colours of the stylesheet: those that it names, and the accents that forces choose.
@Suite struct StylesheetTests {
    /// Ratios as the W3C's own examples and any contrast checker give them.
    @Test(arguments: [
        ("#000000", "#ffffff", 21.0), ("#fff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.478),
        ("#767676", "#ffffff", 4.542), ("#ff0000", "#ffffff", 3.998), ("#0000ff", "#000", 2.444),
    ])
    func contrastIsThatOfTheGuidelines(one: String, other: String, ratio: Double) throws {
        let (first, second) = (try #require(Colour(hexadecimal: one)), try #require(Colour(hexadecimal: other)))
        #expect(abs(first.contrast(with: second) - ratio) < 0.001)
        #expect(first.contrast(with: second) == second.contrast(with: first))
    }

    @Test(arguments: ["", "#", "17264d", "#17264", "#17264dd", "#17264g", "#é0000", "navy", "##17264"])
    func otherTextIsNoColour(text: String) {
        #expect(Colour(hexadecimal: text) == nil)
    }

    private static let css = """
        :root {
          --page: #ffffff; --ink: #1b2233;
          --action: #0e615a; --on-action: #ffffff; --round: 4px;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #10141e; --ink: #e9ecf3; --action: #7ad3c4; --on-action: #06241f;
          }
        }
        """

    @Test(arguments: [
        (
            "--ink: #1b2233", "--ink: #999999",
            ":2:20: --ink on --page has a contrast of 2.8 in the light scheme, and needs 4.5"
        ),
        (
            "--ink: #e9ecf3", "--ink: #444444",
            ":7:22: --ink on --page has a contrast of 1.8 in the dark scheme, and needs 4.5"
        ),
        (
            "#0e615a; --on", "#eeeeee; --on",
            ":3:3: --action on --page has a contrast of 1.1 in the light scheme, and needs 3.0"
        ),
    ])
    func aColourThatCannotBeSeenIsAnError(old: String, new: String, fault: String) async throws {
        #expect(try await SmallSite.run(["Templates/site.css": Self.css]).faults == [])
        let run = try await SmallSite.run(["Templates/site.css": Self.css.replacing(old, with: new)])
        #expect(run.faults.first == "Templates/site.css\(fault) | make one of them lighter or darker")
    }

    @Test func everyAccentIsInTheOneStylesheetAndCanBeSeen() async throws {
        let kent = (SmallSite.content.files["forces/kent/force.yml"] ?? "") + "\naccent: \"#6b1d33\""
        let run = try await SmallSite.run(["forces/kent/force.yml": kent, "Templates/site.css": Self.css])
        #expect(run.faults == [])
        let sheets = run.output.keys.filter { $0.hasSuffix(".css") }
        #expect(Set(sheets.map { $0.split(separator: "/").last }).count == 1, "the same file for all")
        let css = try #require(sheets.first.map { run.text($0) })
        #expect(css.contains("[data-force=kent]{--brand:#6b1d33;--accent:#6b1d33}"))
        let dark = try #require(css.split(separator: "[data-force=kent]{--accent:").last?.prefix(7))
        let (tone, page) = (
            try #require(Colour(hexadecimal: String(dark))), try #require(Colour(hexadecimal: "#10141e"))
        )
        #expect(tone.contrast(with: page) >= 4.5)
        #expect(!css.contains("gwent"))
    }

    @Test(arguments: [
        ("\"#7a9cc6\"", "low-contrast", "white text on the accent #7a9cc6 is hard to read: its contrast is below 4.5"),
        ("navy", "malformed", "'navy' is not a colour"), ("\"#12\"", "malformed", "'#12' is not a colour"),
    ])
    func anAccentThatTheNameCannotBeReadOnIsAnError(accent: String, code: String, fault: String) async throws {
        let kent = (SmallSite.content.files["forces/kent/force.yml"] ?? "") + "\naccent: \(accent)"
        let run = try await SmallSite.run(["forces/kent/force.yml": kent])
        #expect(run.faults.count == 1)
        #expect(run.faults.first?.hasPrefix("Content/forces/kent/force.yml:7:9: \(fault) | ") == true, "\(run.faults)")
    }
}
