import Foundation
import NIOCore
import TestSupport
import Testing

@testable import FastCGI

/// What no peer can take: places, time and silence.
@Suite struct LimitsTests {
    @Test func aRequestThatTakesTooLongIsCancelledAndSaidToBeSo() async throws {
        var limits = Limits()
        limits.total = .milliseconds(20)
        let responder: Server.Responder = { _ in
            try? await Task.sleep(for: .seconds(3_600))
            return Response(status: 200)
        }
        try await RawPeer.withServer(limits: limits, responder) { address in
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(RawPeer.request())))
            #expect(lines == ["3#1 0,0,0,0,2,0,0,0"])
        }
    }

    @Test func aPeerThatIsSilentInItsTurnIsLeft() async throws {
        var limits = Limits()
        limits.idle = .milliseconds(400)
        try await RawPeer.withServer(limits: limits) { address in
            for count in [0, 1, 3] {
                let begun = RawPeer.bytes(Array(RawPeer.request(keep: true).prefix(count)))
                let received = try await address.exchange(begun)
                #expect(received.isEmpty)
            }
            let kept = try await RawPeer.lines(address.exchange(RawPeer.bytes(RawPeer.request(keep: true))))
            #expect(kept.count == 3)
        }
    }

    @Test func aPeerThatWaitsForItsAnswerMayBeSilent() async throws {
        var limits = Limits()
        limits.idle = .milliseconds(400)
        let responder: Server.Responder = { request in
            // Longer as the peer may be silent in its turn, once before the body is read and once after.
            try? await Task.sleep(for: .milliseconds(1_000))
            _ = try? await request.body.collect(upTo: 1 << 20)
            try? await Task.sleep(for: .milliseconds(1_000))
            return Response(status: 204)
        }
        try await RawPeer.withServer(limits: limits, responder) { address in
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(RawPeer.request())))
            #expect(lines.first == "6#1 Status: 204 No Content\r\n\r\n")
        }
    }

    /// What is answered, with a request or without, would pile up.
    @Test(arguments: [true, false])
    func aPeerThatDoesNotReadIsNotReadEither(sendsRequests: Bool) async throws {
        var limits = Limits()
        limits.idle = .milliseconds(400)
        try await RawPeer.withServer(limits: limits) { address in
            let request = RawPeer.request(keep: true, parameters: [("SIZE", "1000")])
            var flood = RawPeer.bytes(sendsRequests ? request : [RawPeer.record(.init(rawValue: 99), 0)])
            while flood.count < 32 << 20 { flood += flood }
            let bytes = flood
            await #expect(throws: POSIXError.self) { try await address.exchange(bytes, needsAllSent: true) }
        }
    }

    @Test func connectionsBeyondTheLimitWaitUntilOneHasEnded() async throws {
        var limits = Limits()
        limits.connections = 1
        let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
        let (release, mayEnd) = AsyncStream.makeStream(of: Void.self)
        let order = Log()
        let responder: Server.Responder = { request in
            order.add(request.first("N") ?? "")
            hasBegun.yield()
            if request.first("N") == "1" { for await _ in release { break } }
            return Response(status: 204)
        }
        try await RawPeer.withServer(limits: limits, responder) { address in
            async let first = address.exchange(RawPeer.bytes(RawPeer.request(parameters: [("N", "1")])))
            for await _ in begun { break }
            async let second = address.exchange(RawPeer.bytes(RawPeer.request(parameters: [("N", "2")])))
            order.add("released")
            mayEnd.yield()
            let answers = try await (RawPeer.lines(first), RawPeer.lines(second))
            #expect(answers.0 == answers.1 && answers.1.count == 3)
        }
        #expect(order.entries == ["1", "released", "2"])
    }

    @Test func aServerThatStopsWithoutAFreePlaceStops() async throws {
        var limits = Limits()
        limits.connections = 1
        let server = try await Server.listen(on: .tcp(host: "127.0.0.1", port: 0), limits: limits)
        guard case .tcp(_, let port) = server.address else { return }
        async let running: Void = server.run(RawPeer.echo)
        let client = Client(to: server.address)
        // The client keeps its connection, and another waits for a place.
        _ = try await client.send(Request(parameters: []))
        async let other = PeerAddress.loopback(port: UInt16(port)).exchange(RawPeer.bytes(RawPeer.request()))
        server.stop()
        try await running
        _ = try? await other
    }

    @Test func aServerThatStopsDoesNotWaitForEver() async throws {
        var limits = Limits()
        limits.farewell = .milliseconds(20)
        let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
        let server = try await Server.listen(on: .tcp(host: "127.0.0.1", port: 0), limits: limits)
        guard case .tcp(_, let port) = server.address else { return }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run { _ in
                    hasBegun.yield()
                    try? await Task.sleep(for: .seconds(3_600))
                    return Response(status: 200)
                }
            }
            group.addTask {
                let address = PeerAddress.loopback(port: UInt16(port))
                _ = try await address.exchange(RawPeer.bytes(RawPeer.request()))
            }
            for await _ in begun { break }
            server.stop()
            try await group.waitForAll()
        }
    }

    @Test func moreRequestsThanTheLimitAreOverload() async throws {
        var limits = Limits()
        limits.requests = 1
        let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
        let (release, mayEnd) = AsyncStream.makeStream(of: Void.self)
        let responder: Server.Responder = { _ in
            hasBegun.yield()
            for await _ in release { break }
            return Response(status: 204)
        }
        try await RawPeer.withServer(limits: limits, responder) { address in
            async let first = address.exchange(RawPeer.bytes(RawPeer.request()))
            for await _ in begun { break }
            let second = try await RawPeer.lines(address.exchange(RawPeer.bytes(RawPeer.request())))
            #expect(second == ["3#1 0,0,0,0,2,0,0,0"])
            mayEnd.yield()
            let answered = try await RawPeer.lines(first)
            #expect(answered.first == "6#1 Status: 204 No Content\r\n\r\n")
        }
    }
}
