import Glibc
import TestSupport
import Testing

@testable import Telemetry

@Suite struct ServiceNoticesTests {
    /// The socket of a service manager.
    private struct Manager: ~Copyable {
        private let descriptor: Int32

        init(at name: String) throws {
            descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            let bytes = name.utf8.enumerated().map {
                $0.offset == 0 && $0.element == UInt8(ascii: "@") ? 0 : $0.element
            }
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
            let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
            let result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
            }
            try #require(result == 0)
        }

        deinit { close(descriptor) }

        /// The next datagram; nil where none has come.
        func next() -> String? {
            var buffer = [UInt8](repeating: 0, count: 512)
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    @Test(arguments: [false, true])
    func theManagerIsTold(isAbstract: Bool) async throws {
        try await withTemporaryFolder { folder in
            let name = isAbstract ? "@\(folder)" : "\(folder)/notify"
            let manager = try Manager(at: name)
            let notices = try #require(ServiceNotices(["NOTIFY_SOCKET": name]))
            for (notice, text) in [
                (ServiceNotices.Notice.ready, "READY=1"), (.stopping, "STOPPING=1"), (.alive, "WATCHDOG=1"),
            ] {
                notices.send(notice)
                #expect(manager.next() == text)
            }
            notices.send(.reloading)
            #expect(manager.next()?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        }
    }

    @Test func withoutAManagerNobodyIsTold() {
        #expect(ServiceNotices([:]) == nil)
        #expect(ServiceNotices(["NOTIFY_SOCKET": "relative"]) == nil)
        ServiceNotices(["NOTIFY_SOCKET": "/nowhere/at/all"])?.send(.ready)
        ServiceNotices(["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 400)])?.send(.ready)
    }

    @Test func theWatchdogIsThatOfThisProcess() throws {
        let rows: [([String: String], Duration?)] = [
            ([:], nil), (["WATCHDOG_USEC": "20000000"], .seconds(20)),
            (["WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "7"], .seconds(20)),
            (["WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "8"], nil), (["WATCHDOG_USEC": "0"], nil),
            (["WATCHDOG_USEC": "x"], nil),
        ]
        for (environment, patience) in rows {
            let all = environment.merging(["NOTIFY_SOCKET": "/x"]) { one, _ in one }
            #expect(try #require(ServiceNotices(all, process: 7)).patience == patience, "\(environment)")
        }
    }
}
