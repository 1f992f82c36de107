import Crypto
import Foundation
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import FastCGI

/// Bodies that come while the responder is at work, and requests that end before their time.
@Suite struct StreamingTests {
    /// Case 20: a large body goes through, and little of it is in memory at any time.
    @Test func case20ALargeBodyStreamsThroughWithLittleMemory() async throws {
        let size = 300 << 20
        var limits = Limits()
        limits.body = size
        let server = try await Server.listen(on: .tcp(host: "127.0.0.1", port: 0), limits: limits)
        let underWay = UnderWay()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run { request in
                    var sum = SHA256()
                    var iterator = request.body.makeAsyncIterator()
                    while let bytes = try? await iterator.next() {
                        underWay.remove(bytes.readableBytes)
                        sum.add(bytes)
                        // It is slower than what sends, which is made to wait.
                        var other = SHA256()
                        for _ in 1...3 { other.add(bytes) }
                    }
                    return Response(status: 200, body: Array("\(sum.finalize())".utf8))
                }
            }
            let source = PatternSource(total: size, underWay)
            let request = Request(parameters: [("A", "1")], body: Body { source.next() })
            let response = try await Client(to: server.address).send(request)
            #expect(String(decoding: response.body, as: UTF8.self) == source.checksum)
            server.stop()
            try await group.waitForAll()
        }
        // The pipe, what the decoder holds, and the buffers of the two sockets.
        #expect(underWay.most < 32 << 20)
    }

    @Test func aPipeThatIsFullSaysWhenThereIsRoom() async throws {
        let order = Log()
        let pipe = BodyPipe(capacity: 10) { order.add("room") }
        for (text, isFull) in [("0123456789", false), ("x", true), ("y", true)] {
            pipe.write(ByteBuffer(string: text))
            #expect(pipe.isFull == isFull)
        }
        pipe.finish()
        while let bytes = try await pipe.next() { order.add("\(bytes.readableBytes)") }
        #expect(order.entries == ["room", "10", "1", "1"])
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
        pipe.write(ByteBuffer(string: "0123456789"))
        #expect(!pipe.isFull)
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
            Response(status: 200) { writer in
                defer { continuation.yield() }
                try await writer.write(Array("begun".utf8))
                // Ends only when it is cancelled.
                try await Task.sleep(for: .seconds(3_600))
            }
        }
        try await RawPeer.withServer(responder) { address in
            let records = Array(RawPeer.request().dropLast(hasWholeBody ? 0 : 1))
            _ = try await address.exchange(RawPeer.bytes(records), until: "begun")
            var iterator = cancelled.makeAsyncIterator()
            #expect(await iterator.next() != nil)
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
            #expect(String(decoding: begun, as: UTF8.self).contains("Status: 200 OK\r\nX: 1\r\n\r\n"))
            mayEnd.yield()
            mayEnd.yield()
            guard case .unix(let path) = address else { return }
            let response = try await Client(to: .unix(path: path)).send(Request(parameters: []))
            #expect(response.body == Array("first".utf8) + Array(repeating: 0x61, count: 200_000))
        }
    }

    /// A web server that is still writing the body when the connection is closed may never read the answer.
    @Test(arguments: [false, true])
    func anAnswerBeforeTheWholeBodyArrives(keepsConnection: Bool) async throws {
        let server = try await Server.listen(on: .tcp(host: "127.0.0.1", port: 0))
        guard case .tcp(_, let port) = server.address else { return }
        async let running: Void = server.run { _ in Response(status: 400) }
        let address = PeerAddress.loopback(port: UInt16(port))
        let piece = RawPeer.text(.standardInput, 1, String(repeating: "x", count: 60_000))
        var records = RawPeer.request(keep: keepsConnection, body: "")
        records.insert(contentsOf: Array(repeating: piece, count: 200), at: records.count - 1)
        let next = keepsConnection ? RawPeer.request(2) : []
        let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(records + next), needsAllSent: true))
        let answer = ["6#1 Status: 400 Bad Request\r\n\r\n", "6#1 ", "3#1 0,0,0,0,0,0,0,0"]
        #expect(lines == answer + (keepsConnection ? answer.map { $0.replacingOccurrences(of: "#1", with: "#2") } : []))
        server.stop()
        try await running
    }

    /// nginx stops sending when an answer comes early, and waits for its end.
    @Test func aPeerThatSendsNoMoreOfItsBodySeesTheEndOfTheAnswer() async throws {
        var limits = Limits()
        limits.idle = .seconds(3_600)
        let responder: Server.Responder = { _ in Response(status: 413) }
        try await RawPeer.withServer(limits: limits, responder) { address in
            let half = Array(RawPeer.request().dropLast())
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(half)))
            #expect(lines == ["6#1 Status: 413 Content Too Large\r\n\r\n", "6#1 ", "3#1 0,0,0,0,0,0,0,0"])
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
            #expect(lines == ["6#1 Status: 200 OK\r\n\r\n", "6#1 half"])
            let next = try await RawPeer.lines(address.exchange(RawPeer.bytes(RawPeer.request())))
            #expect(next.first == "6#1 Status: 204 No Content\r\n\r\n")
        }
    }
}

/// How many bytes have been made and not yet been read.
private final class UnderWay: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func add(_ count: Int) {
        state.withLock { state in
            state.now += count
            state.most = max(state.most, state.now)
        }
    }

    func remove(_ count: Int) { state.withLock { $0.now -= count } }
}

/// Bytes that are made as they are sent.
private final class PatternSource: Sendable {
    private struct State {
        var left: Int
        var sum = SHA256()
        var seed: UInt8 = 0
    }

    private let state: Mutex<State>
    private let underWay: UnderWay

    init(total: Int, _ underWay: UnderWay) {
        state = Mutex(State(left: total))
        self.underWay = underWay
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
            underWay.add(length)
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
