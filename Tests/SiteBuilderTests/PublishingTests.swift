import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// What a build does with what it finds in the folder that it publishes to.
@Suite struct PublishingTests {
    /// Runs a test with a small site that is live.
    private func withLiveSite(_ body: (_ folder: String, _ live: SmallSite.Run) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write([:], to: folder)
            try body(folder, try SmallSite.run(in: folder))
        }
    }

    /// Writes a file in place. It and its folders were then changed after the build: a clock may tick less often than
    /// a site is built.
    private static func write(_ text: String, to path: String) throws {
        let file = URL(filePath: path)
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        for changed in [file, folder, folder.deletingLastPathComponent()] {
            let later: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: 60)]
            try FileManager.default.setAttributes(later, ofItemAtPath: changed.path)
        }
    }

    /// What builds have staged and left.
    private static func leftovers(in folder: String) throws -> [String] {
        try ["public", "public/intake"].flatMap { name in
            try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)").filter { $0.hasPrefix(".staging") }
        }
    }

    @Test(arguments: [("<h1>Home</h1>", "<h1>Hone</h1>"), ("<h1>Home</h1>", "<h1>Our home</h1>"), ("html", "")])
    func aPageThatWasEditedInPlaceIsMended(old: String, new: String) async throws {
        try await withLiveSite { folder, live in
            let edited = live.text("kent/index.html").replacing(old, with: new)
            try Self.write(edited, to: "\(folder)/public/kent/index.html")
            let next = try SmallSite.run(in: folder)
            #expect(next.text("kent/index.html").contains(old))
            #expect(next.output == live.output && next.summary.changed == 1)
        }
    }

    @Test(arguments: [
        ("kent/index.html", 1), ("gwent/cy/rhoi-gwybod/theft.html", 1), ("kent/assets", 1), ("kent/report", 4),
        ("kent", 16),
    ])
    func whatWasDeletedComesBack(path: String, files: Int) async throws {
        try await withLiveSite { folder, live in
            try FileManager.default.removeItem(atPath: "\(folder)/public/\(path)")
            let next = try SmallSite.run(in: folder)
            #expect(next.output == live.output && next.summary.changed == files)
        }
    }

    @Test(arguments: [
        "kent/stranger.html", "kent/report/stranger.html", "kent/cy/index.html", "kent/emergency/index.html",
        "gwent/.hidden", "kent/assets/stranger.css",
    ])
    func whatNobodyPublishedGoes(path: String) async throws {
        try await withLiveSite { folder, live in
            try Self.write("x", to: "\(folder)/public/\(path)")
            let next = try SmallSite.run(in: folder)
            #expect(next.output == live.output && next.summary.changed == 0)
        }
    }

    @Test func aLinkInThePlaceOfAPageIsNotFollowed() async throws {
        try await withLiveSite { folder, live in
            let (page, outside) = ("\(folder)/public/kent/index.html", "\(folder)/outside.html")
            try Self.write(live.text("kent/index.html"), to: outside)
            try FileManager.default.removeItem(atPath: page)
            try FileManager.default.createSymbolicLink(atPath: page, withDestinationPath: outside)
            try SmallSite.write(["national/index.md": SmallSite.page("Home", body: "New")], to: folder)
            let next = try SmallSite.run(in: folder)
            #expect(next.text("kent/index.html").contains("<p>New</p>"))
            #expect(FileManager.default.contents(atPath: outside) == live.output["kent/index.html"])
        }
    }

    @Test(arguments: [
        "", "\u{0}", "soh-manifest 1\n", "soh-manifest 1\nzz\n", "soh-manifest 999\n",
        "soh-manifest 1\n00000000000000000000000000000000 12 ../../Content/site.yml\n",
        "soh-manifest 1\n00000000000000000000000000000000 99999999999999999999 index.html\n",
    ])
    func aDamagedManifestDoesNoHarm(text: String) async throws {
        try await withLiveSite { folder, live in
            let manifest = "\(folder)/public/.manifests/kent"
            let before = FileManager.default.contents(atPath: manifest)
            try Self.write(text, to: manifest)
            let next = try SmallSite.run(in: folder)
            #expect(next.output == live.output && next.summary.changed == 0)
            #expect(before != nil && FileManager.default.contents(atPath: manifest) == before)
        }
    }

    @Test func theWebRootOfAForceThatIsNoMoreGoes() async throws {
        try await withLiveSite { folder, live in
            try FileManager.default.removeItem(atPath: "\(folder)/Content/forces/kent")
            try Self.write("x", to: "\(folder)/public/.gitignore")
            let next = try SmallSite.run(in: folder)
            #expect(next.faults == [])
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/public/kent"))
            #expect(
                next.output.filter { $0.key.hasPrefix("gwent/") } == live.output.filter { $0.key.hasPrefix("gwent/") })
            #expect(FileManager.default.fileExists(atPath: "\(folder)/public/.gitignore"), "it is no web root")
        }
    }

    /// Whoever asks for some forces speaks of no other.
    @Test(arguments: [true, false])
    func aBuildOfSomeForcesLeavesTheWebRootsOfOthers(isKentInTheContent: Bool) async throws {
        try await withLiveSite { folder, live in
            if !isKentInTheContent { try FileManager.default.removeItem(atPath: "\(folder)/Content/forces/kent") }
            let next = try SmallSite.run(in: folder, forces: ["gwent"])
            #expect(next.faults == [])
            #expect(
                next.output.filter { $0.key.hasPrefix("kent/") } == live.output.filter { $0.key.hasPrefix("kent/") })
        }
    }

    @Test func aFaultThatDrawingFindsLeavesWhatIsLive() async throws {
        try await withLiveSite { folder, _ in
            let before = try FileTree.read("\(folder)/public")
            // The site of gwent is staged by the time that the fault in that of kent is found.
            let changes: [String: String?] = [
                "national/index.md": SmallSite.page("Home", body: "New"),
                "forces/kent/pages/own.md": SmallSite.page("Own", body: "## a\n\n#### b"),
            ]
            try SmallSite.write(changes, to: folder)
            let next = try SmallSite.run(in: folder)
            #expect(next.report.hasErrors)
            let (after, leftovers) = (try FileTree.read("\(folder)/public"), try Self.leftovers(in: folder))
            #expect(after == before && leftovers == [])
        }
    }

    @Test(arguments: ["public/.staging-1/kent/index.html", "public/.staging-1/intake/bundle.json"])
    func whatAKilledBuildHasStagedGoes(path: String) async throws {
        try await withLiveSite { folder, live in
            try Self.write("x", to: "\(folder)/\(path)")
            let next = try SmallSite.run(in: folder)
            let leftovers = try Self.leftovers(in: folder)
            #expect(leftovers == [] && next.output == live.output)
        }
    }
}
