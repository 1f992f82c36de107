import Crypto
import Foundation
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import FastCGI

/// Bodies that come while the responder is at work, and requests that end before their time.
@Suite struct StreamingTests {
    /// Case 20: a large body goes through, and is never in memory as a whole.
    @Test func case20ALargeBodyStreamsThroughWithLittleMemory() async throws {
        let size = 300 << 20
        var limits = Limits()
        limits.body = size
        let server = try await Server.listen(on: .tcp(host: "127.0.0.1", port: 0), limits: limits)
        let before = try Self.peakMemory()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run { request in
                    var sum = SHA256()
                    var iterator = request.body.makeAsyncIterator()
                    while let bytes = try? await iterator.next() { sum.add(bytes) }
                    return Response(status: 200, body: Array("\(sum.finalize())".utf8))
                }
            }
            let source = PatternSource(total: size)
            let request = Request(parameters: [("A", "1")], body: Body { source.next() })
            let response = try await Client(to: server.address).send(request)
            #expect(String(decoding: response.body, as: UTF8.self) == source.checksum)
            server.stop()
            try await group.waitForAll()
        }
        #expect(try Self.peakMemory() - before < 64 << 20)
    }

    @Test func aResponderThatDoesNotReadMakesThePeerWait() async throws {
        let pipe = BodyPipe(capacity: 10)
        await pipe.write(ByteBuffer(string: "0123456789"))
        let order = Log()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await pipe.write(ByteBuffer(string: "x"))
                order.add("written")
                pipe.finish()
            }
            // The writer waits until this has been read.
            order.add("read")
            let first = try await pipe.next()
            #expect(first?.readableBytes == 10)
            let second = try await pipe.next()
            #expect(second?.readableBytes == 1)
            let end = try await pipe.next()
            #expect(end == nil)
            try await group.waitForAll()
        }
        #expect(order.entries == ["read", "written"])
    }

    @Test(arguments: [Body.Failure.tooLarge, .aborted])
    func aFailureWakesWhoeverWaits(failure: Body.Failure) async throws {
        let pipe = BodyPipe(capacity: 1)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: failure) { try await pipe.next() }
            }
            pipe.fail(failure)
            await group.waitForAll()
        }
        // Nobody has to wait for room any more.
        await pipe.write(ByteBuffer(string: "0123456789"))
    }

    @Test func whoeverIsCancelledWaitsNoLonger() async throws {
        let pipe = BodyPipe(capacity: 1)
        let task = Task { try await pipe.next() }
        task.cancel()
        await #expect(throws: Body.Failure.aborted) { try await task.value }
    }

    /// Case 7: the responder is told, and what it holds is cleaned up by its own `defer`.
    @Test func case7AnAbortCancelsTheResponderInTheMiddleOfTheBody() async throws {
        let ended = Log()
        let responder: Server.Responder = { request in
            defer { ended.add("ended") }
            _ = try? await request.body.collect(upTo: 1 << 20)
            return Response(status: 200)
        }
        try await RawPeer.withServer(responder) { address in
            let records = [
                RawPeer.begin(), RawPeer.record(.parameters, 1), RawPeer.text(.standardInput, 1, "half"),
                RawPeer.record(.abortRequest, 1),
            ]
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(records)))
            #expect(lines == ["3#1 0,0,0,0,0,0,0,0"])
        }
        #expect(ended.entries == ["ended"])
    }

    @Test(arguments: [true, false])
    func aRequestWhosePeerIsGoneIsCancelled(hasWholeBody: Bool) async throws {
        let (cancelled, continuation) = AsyncStream.makeStream(of: Void.self)
        let responder: Server.Responder = { _ in
            // Ends only when it is cancelled.
            try? await Task.sleep(for: .seconds(3_600))
            continuation.yield()
            return Response(status: 200)
        }
        try await RawPeer.withServer(responder) { address in
            let records = Array(RawPeer.request().dropLast(hasWholeBody ? 0 : 1))
            let received = try await address.exchange(RawPeer.bytes(records), endsSending: true)
            #expect(received.isEmpty)
            var iterator = cancelled.makeAsyncIterator()
            #expect(await iterator.next() != nil)
        }
    }

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
            #expect(lines.first == "6#1 Status: 204\r\n\r\n")
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

    @Test func anAnswerIsSentAsItIsMade() async throws {
        let (release, mayEnd) = AsyncStream.makeStream(of: Void.self)
        let responder: Server.Responder = { _ in
            Response(status: 200, headers: [("X", "1")]) { writer in
                try await writer.write(Array("first".utf8))
                for await _ in release { break }
                try await writer.write(Array(repeating: 0x61, count: 200_000))
            }
        }
        try await RawPeer.withServer(responder) { address in
            // The first part comes while the second is not there yet.
            let begun = try await address.exchange(RawPeer.bytes(RawPeer.request()), until: "first")
            #expect(String(decoding: begun, as: UTF8.self).contains("Status: 200\r\nX: 1\r\n\r\n"))
            mayEnd.yield()
            mayEnd.yield()
            guard case .unix(let path) = address else { return }
            let response = try await Client(to: .unix(path: path)).send(Request(parameters: []))
            #expect(response.body == Array("first".utf8) + Array(repeating: 0x61, count: 200_000))
        }
    }

    @Test func anAnswerThatBreaksOffIsNotTakenForAWholeOne() async throws {
        struct Broken: Error {}
        let responder: Server.Responder = { request in
            guard request.first("BREAK") != nil else { return Response(status: 204) }
            return Response(status: 200) { writer in
                try await writer.write(Array("half".utf8))
                throw Broken()
            }
        }
        try await RawPeer.withServer(responder) { address in
            let broken = RawPeer.request(keep: true, parameters: [("BREAK", "1")])
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(broken)))
            #expect(lines == ["6#1 Status: 200\r\n\r\n", "6#1 half"])
            let next = try await RawPeer.lines(address.exchange(RawPeer.bytes(RawPeer.request())))
            #expect(next.first == "6#1 Status: 204\r\n\r\n")
        }
    }

    @Test func aClientDoesNotWaitForEver() async throws {
        let responder: Server.Responder = { _ in
            try? await Task.sleep(for: .seconds(3_600))
            return Response(status: 200)
        }
        try await RawPeer.withServer(responder) { address in
            guard case .unix(let path) = address else { return }
            let client = Client(to: .unix(path: path), timeout: .milliseconds(20))
            await #expect(throws: Client.Failure.timedOut) { try await client.send(Request(parameters: [])) }
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
            #expect(answered.first == "6#1 Status: 204\r\n\r\n")
        }
    }

    /// The most memory that the process has held, in bytes.
    private static func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM") })
        return (Int(line.filter(\.isNumber)) ?? 0) * 1024
    }
}

/// What happened, in its order.
private final class Log: Sendable {
    private let lines = Mutex<[String]>([])

    var entries: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// Bytes that are made as they are sent.
private final class PatternSource: Sendable {
    private struct State {
        var left: Int
        var sum = SHA256()
        var seed: UInt8 = 0
    }

    private let state: Mutex<State>

    init(total: Int) {
        state = Mutex(State(left: total))
    }

    func next() -> ByteBuffer? {
        state.withLock { state in
            guard state.left > 0 else { return nil }
            let length = min(state.left, 1 << 20)
            var bytes = ByteBuffer(repeating: state.seed, count: length)
            bytes.setInteger(UInt64(state.left), at: 0)
            state.seed &+= 7
            state.left -= length
            state.sum.add(bytes)
            return bytes
        }
    }

    var checksum: String { state.withLock { "\($0.sum.finalize())" } }
}

extension SHA256 {
    fileprivate mutating func add(_ bytes: ByteBuffer) {
        bytes.withUnsafeReadableBytes { update(bufferPointer: $0) }
    }
}
