import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A build over an earlier one comes to what a build into an empty folder does.
@Suite struct RebuildTests {
    private static func page(_ title: String) -> String { SmallSite.page(title, body: "x") }

    /// What the content is like, one after the other.
    private static let states: [(String, [String: String?])] = [
        ("the small site", [:]),
        ("a page that became a section", ["national/emergency.md": nil, "national/emergency/index.md": page("Help")]),
        (
            "a new section, with one in it",
            [
                "national/advice/index.md": page("Advice"), "national/advice/locks.md": page("Locks"),
                "national/advice/home/doors.md": page("Doors"),
            ]
        ),
        ("a section without its front", ["national/advice/locks.md": page("Locks")]),
        ("a section with a page more", ["national/report/loss.md": page("Loss")]),
        (
            "another slug of a section",
            ["national/report/index.cy.md": SmallSite.page("Dweud", slug: "dweud", body: "x")]
        ),
        ("another stylesheet", ["Templates/site.css": "p { color: red }"]),
        (
            "another layout",
            [
                "Templates/layout.mustache":
                    SmallSite.templates.files["layout.mustache"]?.replacing("<main>", with: "<hr><main>")
            ]
        ),
        (
            "another fact of one force",
            ["forces/kent/force.yml": SmallSite.force("Kent Police", code: "KEN").replacing("0800", with: "0300")]
        ),
        ("one force more", ["forces/essex/force.yml": SmallSite.force("Essex Police", code: "ESS")]),
        ("a force that lost its Welsh", SmallSite.withoutWelsh),
        ("a page of one force", ["forces/kent/pages/report/own.md": page("Own")]),
        ("the small site again", [:]),
    ]

    @Test(arguments: [false, true])
    func everyBuildComesToWhatAFreshOneDoes(precompress: Bool) async throws {
        try await withTemporaryFolder { folder in
            for (what, changes) in Self.states {
                for sources in ["Content", "Templates"] {
                    try? FileManager.default.removeItem(atPath: "\(folder)/\(sources)")
                }
                try SmallSite.write(changes, to: folder)
                let next = try SmallSite.run(in: folder) { $0.precompress = precompress }
                let fresh = try await SmallSite.run(changes) { $0.precompress = precompress }
                #expect(next.faults == [] && fresh.faults == [], "\(what)")
                #expect(Self.webRoots(of: next) == Self.webRoots(of: fresh), "\(what)")
                #expect(next.text("intake/current") == fresh.text("intake/current"), "\(what)")
            }
        }
    }

    /// The files of the web roots, but for the stylesheets: earlier ones stay for a while.
    private static func webRoots(of run: SmallSite.Run) -> [String: Data] {
        run.output.filter { !$0.key.hasPrefix("intake/") && !$0.key.contains("/assets/") }
    }
}
