import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A build over an earlier one comes to what a build into an empty folder does.
@Suite struct RebuildTests {
    static let steps: [(String, [String: String?])] = [
        (
            "a page that becomes a section",
            ["national/emergency.md": nil, "national/emergency/index.md": "PAGE Emergency"]
        ),
        (
            "a new section",
            [
                "national/advice/index.md": "PAGE Advice", "national/advice/locks.md": "PAGE Locks",
                "national/advice/at-home/doors.md": "PAGE Doors",
            ]
        ),
        ("a section that grows", ["national/advice/locks.md": "PAGE Locks", "national/report/loss.md": "PAGE Loss"]),
        ("a slug that changes", ["national/report/index.cy.md": "PAGE Dweud"]),
        ("another stylesheet", ["Templates/site.css": "p { color: red }"]),
        ("another layout", ["Templates/layout.mustache": "LAYOUT"]),
        ("a fact of one force", ["forces/kent/force.yml": "KENT 0300 1 2 3"]),
        ("a force more", ["forces/essex/force.yml": "ESSEX"]),
        ("a force that loses its Welsh", SmallSite.withoutWelsh),
        ("a page of one force", ["forces/kent/pages/report/own.md": "PAGE Own"]),
        ("nothing", [:]),
    ]

    /// Short names for longer texts.
    private static func spelt(_ changes: [String: String?]) -> [String: String?] {
        changes.mapValues { text in
            guard let text else { return nil }
            switch text.prefix(while: { $0 != " " }) {
            case "PAGE": return SmallSite.page(String(text.dropFirst("PAGE ".count)), body: "x")
            case "LAYOUT": return SmallSite.templates.files["layout.mustache"]?.replacing("<main>", with: "<hr><main>")
            case "KENT":
                let phone = text.dropFirst("KENT ".count)
                return SmallSite.force("Kent Police", code: "KEN").replacing("0800 40 50 40", with: phone)
            case "ESSEX": return SmallSite.force("Essex Police", code: "ESS")
            default: return text
            }
        }
    }

    @Test(arguments: [false, true])
    func everyStepComesToWhatAFreshBuildDoes(precompress: Bool) async throws {
        try await withTemporaryFolder { folder in
            // There and back: every step is also undone.
            for (what, changes) in Self.steps + Self.steps.reversed() {
                try? FileManager.default.removeItem(atPath: "\(folder)/Content")
                try? FileManager.default.removeItem(atPath: "\(folder)/Templates")
                try SmallSite.write(Self.spelt(changes), to: folder)
                let next = try SmallSite.run(in: folder) { $0.precompress = precompress }
                let fresh = try await SmallSite.run(Self.spelt(changes)) { $0.precompress = precompress }
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
