import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Builds that end where nobody wants them to: strace makes a system call fail, or kills at one.
    @Suite struct InterruptedBuildTests {
        @Test(arguments: [1, 20, 44])
        func aBuildThatIsKilledLeavesEverySiteWhole(exchange: Int) async throws {
            try await Self.withChangedContent { folder, before in
                let killed = try await Self.build(folder, inject: "renameat2:signal=KILL:when=\(exchange)")
                #expect(killed.status != 0)
                let after = try Self.sites(folder)
                #expect(after.count == 44)
                let changed = after.filter { $0.value != before[$0.key] }
                #expect(changed.count == exchange - 1, "one exchange for each site that had its turn")
                for (force, files) in changed {
                    #expect(files["index.html"]?.contains("Somewhere new") == true, "\(force)")
                    #expect(files["contact.html"]?.contains("Somewhere new") == true, "\(force)")
                }
                let again = try await Program.run("soh", ["build"], in: folder)
                #expect(again.status == 0)
                for (force, files) in try Self.sites(folder) {
                    #expect(files["index.html"]?.contains("Somewhere new") == true, "\(force)")
                }
                let left = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/public")
                #expect(!left.contains { $0.hasPrefix(".staging") })
            }
        }

        @Test func aFullDiskIsSaidAndNothingChanges() async throws {
            try await Self.withChangedContent { folder, before in
                let full = try await Self.build(folder, inject: "write:error=ENOSPC:when=100")
                #expect(full.status == 2)
                let after = try Self.sites(folder)
                #expect(after == before)
                let left = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/public")
                #expect(!left.contains { $0.hasPrefix(".staging") })
                let lock = FileManager.default.contents(atPath: "\(folder)/public/.lock")
                #expect(lock?.isEmpty == true)
            }
        }

        /// Builds our own content, and changes a word of every page of it.
        private static func withChangedContent(
            _ body: (_ folder: String, _ before: [String: [String: String]]) async throws -> Void
        ) async throws {
            try await withTemporaryFolder { folder in
                for name in ["Content", "Templates"] {
                    try FileManager.default.copyItem(atPath: "\(Program.root)/\(name)", toPath: "\(folder)/\(name)")
                }
                let built = try await Program.run("soh", ["build"], in: folder)
                #expect(built.status == 0)
                let before = try sites(folder)
                let strings = "\(folder)/Content/strings.en.yml"
                let text = try String(contentsOfFile: strings, encoding: .utf8)
                try text.replacing("Online front desk", with: "Somewhere new")
                    .write(toFile: strings, atomically: true, encoding: .utf8)
                try await body(folder, before)
            }
        }

        private static func build(_ folder: String, inject: String) async throws -> Program.Outcome {
            let call = String(inject.prefix { $0 != ":" })
            return try await Program.run(
                "/usr/bin/strace",
                [
                    "-f", "-qq", "-o", "\(folder)/trace", "-e", "trace=\(call)", "-e", "inject=\(inject)",
                    "\(Program.products)/soh", "build", "--format", "json",
                ], in: folder)
        }

        /// The texts of every site, by force and by path.
        private static func sites(_ folder: String) throws -> [String: [String: String]] {
            var sites: [String: [String: String]] = [:]
            for (path, data) in try FileTree.read("\(folder)/public") {
                let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
                guard parts.count == 2, !parts[0].hasPrefix("."), parts[0] != "intake" else { continue }
                sites[parts[0], default: [:]][parts[1]] = String(decoding: data, as: UTF8.self)
            }
            return sites
        }
    }
}
