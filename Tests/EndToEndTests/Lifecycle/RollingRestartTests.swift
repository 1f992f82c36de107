import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// One intake after the other on one store, while reports come in.
    @Suite struct RollingRestartTests {
        /// The socket stays open, and the next intake begins while the last one ends what it has.
        ///
        /// It does not begin before the last one is told to end: a debug build of NIO stops where another process has
        /// taken the connection that it was woken for.
        @Test func noRequestAndNoReportIsLost() async throws {
            try await withTemporaryFolder { folder in
                try await FrontDesk.putSites(in: folder)
                let path = "\(folder)/intake.sock"
                let socket = try PeerAddress.listeningSocket(at: path, queue: 1_024)
                defer { close(socket) }
                var intake = try FrontDesk.startIntake(in: folder, input: socket)
                _ = try await intake.waitUntilReady()
                let port = try FreePort.find()
                let nginx = try await WebServerProgram.nginx.start(
                    in: folder, port: port, intake: "unix:\(path)",
                    options: ["--http", "127.0.0.1:\(port)"] + FrontDesk.forces)
                async let load = Self.load(port: port, folder: folder)
                for _ in 0..<5 {
                    try await Task.sleep(for: .milliseconds(700))
                    intake.signal(SIGTERM)
                    let next = try FrontDesk.startIntake(in: folder, input: socket)
                    _ = try await next.waitUntilReady()
                    let status = try await intake.status()
                    let log = try String(contentsOfFile: intake.log, encoding: .utf8)
                    #expect(status == 0, "\(log.suffix(2_000))")
                    intake = next
                }
                let counts = try await load
                for (name, count) in counts where name != "requests" { #expect(count == 0, "\(name)") }
                let acknowledged = try #require(counts["requests"])
                #expect(acknowledged > 100)
                let listed = try await Program.run(
                    "soh", ["cases", "list", "--store", "\(folder)/store", "--format", "json"])
                let cases = listed.output.split(separator: "\n").count
                // When wrk ends, it does not wait for the answers that are under way.
                #expect((acknowledged...acknowledged + Self.connections).contains(cases))
                nginx.kill()
                intake.kill()
            }
        }

        private static let connections = 8

        /// Puts load on for some seconds.
        ///
        /// - Returns: What wrk counted, by name: requests that were answered, and errors of each kind.
        private static func load(port: UInt16, folder: String) async throws -> [String: Int] {
            let form = try FrontDesk.publishedForm(in: folder)
            let body = HTMLForm.encoded(form.fields().filter { $0.name != "road" })
            let outcome = try await Program.run(
                "/usr/bin/wrk",
                [
                    "-t2", "-c\(connections)", "-d8s", "--timeout", "20s", "-s",
                    "\(Program.root)/Tests/EndToEndTests/Lifecycle/unique.lua",
                    "http://127.0.0.1:\(port)\(form.action)", "--", "gwent.localhost:\(port)", body,
                ])
            try #require(outcome.status == 0, "\(outcome.errors)")
            let line = try #require(outcome.output.split(separator: "\n").last { $0.hasPrefix("requests ") })
            let words = line.split(separator: " ").map(String.init)
            let pairs = stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], Int(words[$0 + 1]) ?? -1) }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }
}
