import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A disk that has no room for what a build would publish.
@Suite(.enabled(if: SmallDisk.isAllowed)) struct DiskFullTests {
    private static let large = String(repeating: "x", count: 800_000)

    static let changes: [(String, [String: String?])] = [
        (
            "a download",
            [
                "assets/large.txt": large,
                "national/emergency.md": SmallSite.page("Emergency", body: "[x](/assets/large.txt)"),
            ]
        ),
        (
            "the definition of a form, which is in the bundle alone",
            [
                "national/report/theft.md": SmallSite.theft.replacing(
                    "What was it?", with: "What was it?, hint: \(large)")
            ]
        ),
    ]

    @Test(arguments: changes)
    func whatWasLiveIsLiveStill(what: String, changes: [String: String?]) async throws {
        try await withTemporaryFolder { folder in
            try SmallDisk.with(kilobytes: 512, at: "\(folder)/public") {
                try SmallSite.write([:], to: folder)
                _ = try SmallSite.run(in: folder)
                let before = try FileTree.read("\(folder)/public")
                try SmallSite.write(changes, to: folder)
                let fault = try #require(throws: MachineFault.self) { try SmallSite.run(in: folder) }
                #expect(fault.cause == "No space left on device; what was live is live still")
                let after = try FileTree.read("\(folder)/public")
                #expect(after.keys.sorted() == before.keys.sorted(), "what was staged takes no room")
                #expect(after == before)
                try SmallSite.write([:], to: folder)
                let next = try SmallSite.run(in: folder)
                #expect(next.summary.changed == 0)
            }
        }
    }
}

/// A file system in memory, as small as a test wants it. It takes root to mount one.
enum SmallDisk {
    struct Refused: Error {
        let code: Int32
    }

    static let isAllowed: Bool = {
        let path = "/tmp/soh-test-\(UUID().uuidString.prefix(8))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        return (try? with(kilobytes: 64, at: path) {}) != nil
    }()

    static func with(kilobytes: Int, at path: String, _ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else { throw Refused(code: errno) }
        defer { umount2(path, Int32(MNT_DETACH)) }
        try body()
    }
}
