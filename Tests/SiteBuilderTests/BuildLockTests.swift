import Diagnostics
import Forms
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// Two builds that would publish to one folder.
@Suite struct BuildLockTests {
    private static let change: [String: String?] = ["national/index.md": SmallSite.page("Home", body: "New")]

    @Test func aBuildIsRefusedWhileAnotherPublishes() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write([:], to: folder)
            _ = try SmallSite.run(in: folder)
            try SmallSite.write(Self.change, to: folder)
            do {
                let lock = try BuildLock(in: "\(folder)/public")
                let before = try FileTree.read("\(folder)/public")
                let fault = try #require(throws: MachineFault.self) { try SmallSite.run(in: folder) }
                #expect(
                    fault.description
                        == "cannot publish to \(folder)/public: process \(getpid()) is publishing there now")
                let after = try FileTree.read("\(folder)/public")
                #expect(after == before)
                withExtendedLifetime(lock) {}
            }
            let next = try SmallSite.run(in: folder)
            #expect(next.text("kent/index.html").contains("<p>New</p>"))
        }
    }

    @Test func theLockGoesWithTheProcessThatHoldsIt() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write([:], to: folder)
            _ = try SmallSite.run(in: folder)
            let lock = "\(folder)/public/.lock"
            let script = "echo $$ > \"$1\"; echo \"ready $$\"; exec sleep 60"
            let holder = try BackgroundProgram(
                "/usr/bin/flock", ["--no-fork", lock, "/bin/sh", "-c", script, "sh", lock], log: "\(folder)/log")
            let process = try await holder.waitUntilReady()
            try SmallSite.write(Self.change, to: folder)
            let fault = try #require(throws: MachineFault.self) { try SmallSite.run(in: folder) }
            #expect(
                fault.description == "cannot publish to \(folder)/public: process \(process) is publishing there now")
            holder.kill()
            let next = try SmallSite.run(in: folder)
            #expect(next.text("kent/index.html").contains("<p>New</p>"))
        }
    }

    @Test func aCheckNeedsNoLockAndMakesNothing() async throws {
        try await withTemporaryFolder { folder in
            try SmallSite.write([:], to: folder)
            _ = try SmallSite.run(in: folder)
            let lock = try BuildLock(in: "\(folder)/public")
            var options = SiteBuild.Options(asOf: .distantPast)
            options.content = "\(folder)/Content"
            options.templates = "\(folder)/Templates"
            options.output = "\(folder)/public"
            var report = DiagnosticReport()
            let summary = try SiteBuild(options).run(publishing: false, &report)
            #expect(summary.changed == 0 && summary.forces == 2)
            withExtendedLifetime(lock) {}
        }
    }
}
