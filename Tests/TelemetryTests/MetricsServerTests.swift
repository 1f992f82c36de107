import FastCGI
import TestSupport
import Testing

@testable import Telemetry

@Suite struct MetricsServerTests {
    private static func withServer(_ body: (PeerAddress, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/metrics"
            let server = try await MetricsServer.listen(on: .unix(path: path)) {
                var page = Exposition()
                page.gauge("soh_free_bytes", "Free.", "disk", [("b", 2), ("a", 1)])
                return page
            }
            try await body(.unix(path), path)
            await server.stop()
            #expect(!PeerAddress.unix(path).isListening)
        }
    }

    private static func answer(_ address: PeerAddress, _ request: String) async throws -> HTTPResponse {
        try HTTPResponse(try await address.exchange(Array("\(request) HTTP/1.1\r\nHost: x\r\n\r\n".utf8)))
    }

    @Test func metricsAreServed() async throws {
        try await Self.withServer { address, _ in
            let page = try await Self.answer(address, "GET /metrics")
            #expect(
                page.status == 200
                    && page.body.hasSuffix("soh_free_bytes{disk=\"a\"} 1\nsoh_free_bytes{disk=\"b\"} 2\n"))
            let type = page.headers.first { $0.name == "Content-Type" }?.value
            #expect(type == "text/plain; version=0.0.4; charset=utf-8")
            let head = try await Self.answer(address, "HEAD /metrics")
            #expect(head.status == 200 && head.body.isEmpty)
            for (request, status) in [("GET /", 404), ("GET /metrics?x", 404), ("DELETE /metrics", 405)] {
                let answer = try await Self.answer(address, request)
                #expect(answer.status == status, "\(request)")
            }

        }
    }

    @Test func whatIsNoRequestIsNoHarm() async throws {
        try await Self.withServer { address, _ in
            for bytes in ["\0\0\0", "GET", "GET /metrics HTTP/9\r\n\r\n", String(repeating: "x", count: 200_000)] {
                _ = try? await address.exchange(Array(bytes.utf8), endsSending: true)
            }
            let answer = try await Self.answer(address, "GET /metrics")
            #expect(answer.status == 200)
        }
    }

    @Test func aSecondServerOnTheSameSocketIsRefused() async throws {
        try await Self.withServer { address, path in
            await #expect(throws: UnixSocketFile.InUse.self) {
                _ = try await MetricsServer.listen(on: .unix(path: path)) { Exposition() }
            }
            let answer = try await Self.answer(address, "GET /metrics")
            #expect(answer.status == 200)
        }
    }
}
