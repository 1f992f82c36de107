import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The intake as a service of systemd.
    @Suite struct ServiceTests {
        @Test func systemdIsToldHowItIs() async throws {
            try await withTemporaryFolder { folder in
                try await FrontDesk.putSites(in: folder)
                let manager = try NoticeSocket(at: "\(folder)/notify")
                let intake = try BackgroundProgram(
                    "/usr/bin/env",
                    [
                        "NOTIFY_SOCKET=\(folder)/notify", "WATCHDOG_USEC=200000", "SOH_INTAKE_STORE=\(folder)/store",
                        "SOH_INTAKE_LISTEN=unix:\(folder)/s", "\(Program.products)/soh-intake", "--bundle",
                        "\(folder)/public/intake",
                    ], log: "\(folder)/log")
                _ = try await intake.waitUntilReady()
                #expect(try await manager.next() == "READY=1")
                for _ in 0..<3 { #expect(try await manager.next() == "WATCHDOG=1") }
                intake.signal(SIGHUP)
                #expect(try await manager.nextChange().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
                #expect(try await manager.nextChange() == "READY=1")
                let status = try await intake.end()
                #expect(status == 0)
                #expect(try await manager.nextChange() == "STOPPING=1")
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/s"))
            }
        }

        @Test(arguments: [false, true])
        func aSecondIntakeOnTheSameSocketSaysSo(tcp: Bool) async throws {
            try await withTemporaryFolder { folder in
                try await FrontDesk.putSites(in: folder)
                let first = try FrontDesk.startIntake(in: folder, listen: tcp ? "127.0.0.1:0" : "unix:\(folder)/s")
                let address = try await first.waitUntilReady()
                let second = try await Program.run(
                    "soh-intake",
                    ["--bundle", "\(folder)/public/intake", "--store", "\(folder)/store", "--listen", address])
                #expect(second.status == 2)
                #expect(second.errors.hasPrefix("soh-intake: cannot listen on \(address): "))
                #expect(second.errors.contains(tcp ? "Address already in use" : "another process listens"))
                first.kill()
            }
        }

        @Test func whatHasBegunIsFinishedWhenItStops() async throws {
            try await withTemporaryFolder { folder in
                try await FrontDesk.putSites(in: folder)
                let intake = try FrontDesk.startIntake(in: folder, listen: "unix:\(folder)/s")
                _ = try await intake.waitUntilReady()
                let form = try FrontDesk.publishedForm(in: folder)
                // A sender so slow that the end comes in the middle of its report.
                let bytes = DurabilityTests.records(form)
                async let answer = PeerAddress.unix("\(folder)/s").exchange(bytes, chunk: 40, pause: 50_000)
                try await Task.sleep(for: .milliseconds(300))
                let status = try await intake.end()
                #expect(status == 0)
                let text = String(decoding: try await answer, as: UTF8.self)
                #expect(text.contains("Status: 303"), "\(text)")
                let listed = try await Program.run("soh", ["cases", "list", "--store", "\(folder)/store"])
                #expect(listed.output.split(separator: "\n").count == 1)
            }
        }

        @Test func aVariableThatIsNoOptionIsRefused() async throws {
            let outcome = try await Program.run(
                "soh-intake", ["--store", "/nowhere"], environment: ["SOH_INTAKE_STORY": "x"])
            #expect(outcome.status == 1 && outcome.errors.contains("'--story'"))
        }
    }

    /// The socket of a service manager.
    private final class NoticeSocket: Sendable {
        private let descriptor: Int32

        init(at path: String) throws {
            descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            try #require(PeerAddress.bind(descriptor, to: path) == 0)
            var timeout = timeval(tv_sec: 20, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        }

        deinit { close(descriptor) }

        /// What comes next that is no sign of life.
        func nextChange() async throws -> String {
            var notice = try await next()
            while notice == "WATCHDOG=1" { notice = try await next() }
            return notice
        }

        func next() async throws -> String {
            try await onThread { [descriptor] in
                var buffer = [UInt8](repeating: 0, count: 512)
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count > 0 else { throw FrontDesk.Failure(text: "systemd was told nothing more") }
                return String(decoding: buffer[..<count], as: UTF8.self)
            }
        }
    }
}
