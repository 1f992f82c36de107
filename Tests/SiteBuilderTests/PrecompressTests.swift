import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// The compressed files that stand beside others.
@Suite struct PrecompressTests {
    /// Long enough to get smaller.
    private static let page = SmallSite.page("Emergency", body: String(repeating: "Call again. ", count: 200))
    private static let changes: [String: String?] = [
        "national/emergency.md": page, "Templates/site.css": String(repeating: "p { color: black } ", count: 100),
        "assets/door.gif": "GIF89a\u{40}\u{0}\u{30}\u{0}",
        "national/index.md": SmallSite.page("Home", body: "![A door](/assets/door.gif)"),
    ]

    @Test func aCompressedFileIsItsNeighbour() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write(Self.changes, to: folder)
            let run = try SmallSite.run(in: folder) { $0.precompress = true }
            #expect(run.faults == [])
            let compressed = run.output.filter { $0.key.hasSuffix(".gz") }
            #expect(compressed["kent/emergency.html.gz"] != nil && compressed["gwent/cy/emergency.html.gz"] != nil)
            #expect(compressed.keys.contains { $0.hasPrefix("kent/assets/site.") })
            #expect(!compressed.keys.contains { $0.contains("door") || $0.hasPrefix("intake/") })
            for (path, data) in compressed {
                let copy = URL(filePath: "\(folder)/inflated/\(path)")
                try FileManager.default.createDirectory(
                    at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
                try data.write(to: copy)
            }
            let status = try await onThread { try Self.inflate("\(folder)/inflated") }
            #expect(status == 0)
            let inflated = try FileTree.read("\(folder)/inflated")
            #expect(inflated.count == compressed.count)
            for (path, data) in inflated { #expect(data == run.output[path], "\(path)") }
        }
    }

    private static func inflate(_ folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["--decompress", "--recursive", folder]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test func onlyWhatGetsSmallerIsCompressed() async throws {
        let run = try await SmallSite.run(Self.changes) { $0.precompress = true }
        for (path, data) in run.output where path.hasSuffix(".gz") {
            let neighbour = try #require(run.output[String(path.dropLast(3))])
            #expect(data.count < neighbour.count, "\(path)")
        }
    }

    @Test func aCompressedFileThatDidNotChangeIsNotWrittenAgain() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write(Self.changes, to: folder)
            let first = try SmallSite.run(in: folder) { $0.precompress = true }
            let before = try Self.inode("\(folder)/public/kent/emergency.html.gz")
            let again = try SmallSite.run(in: folder) { $0.precompress = true }
            #expect(again.summary.changed == 0 && again.output == first.output)
            var changes = Self.changes
            changes["national/index.md"] = SmallSite.page(
                "Home", body: String(repeating: "![A door](/assets/door.gif) ", count: 50))
            try SmallSite.write(changes, to: folder)
            let next = try SmallSite.run(in: folder) { $0.precompress = true }
            #expect(next.output["kent/index.html.gz"] != first.output["kent/index.html.gz"])
            let after = try Self.inode("\(folder)/public/kent/emergency.html.gz")
            #expect(after == before)
        }
    }

    @Test func withoutTheOptionTheCompressedPagesGo() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write(Self.changes, to: folder)
            _ = try SmallSite.run(in: folder) { $0.precompress = true }
            let run = try SmallSite.run(in: folder)
            #expect(run.output["kent/emergency.html"] != nil)
            #expect(!run.output.keys.contains { $0.hasSuffix(".html.gz") }, "a web server would send what is old")
        }
    }

    /// The number of a file: another where it was written anew.
    private static func inode(_ path: String) throws -> UInt64 {
        var status = stat()
        let result = lstat(path, &status)
        try #require(result == 0)
        return UInt64(status.st_ino)
    }
}
