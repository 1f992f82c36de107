import NIOCore
import TestSupport
import Testing

@testable import FastCGI

/// The web server's half.
@Suite struct ClientTests {
    private func withServer(
        limits: Limits = Limits(), _ responder: @escaping Server.Responder,
        _ body: @escaping @Sendable (Client) async throws -> Void
    ) async throws {
        try await RawPeer.withServer(limits: limits, responder) { address in
            guard case .unix(let path) = address else { return }
            try await body(Client(to: .unix(path: path)))
        }
    }

    @Test func connectionsAreUsedAgain() async throws {
        // With a place for one connection only, a second one would have to wait.
        var limits = Limits()
        limits.connections = 1
        try await withServer(limits: limits, RawPeer.echo) { client in
            for number in 1...20 {
                let response = try await client.send(
                    Request(parameters: [("N", "\(number)")], body: Array("body".utf8)))
                #expect(String(decoding: response.body, as: UTF8.self) == "N=\(number)|body|false")
            }
        }
    }

    @Test func requestsAtTheSameTimeHaveConnectionsOfTheirOwn() async throws {
        try await withServer(RawPeer.echo) { client in
            let bodies = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        let response = try await client.send(Request(parameters: [("N", "\(number)")]))
                        return String(decoding: response.body, as: UTF8.self)
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(bodies == Set((0..<50).map { "N=\($0)||false" }))
        }
    }

    /// The responder answers while the body is still on its way, and both go on.
    @Test func bothWaysStreamAtOnce() async throws {
        let responder: Server.Responder = { request in
            Response(status: 200) { writer in
                for try await bytes in request.body { try await writer.write(bytes) }
            }
        }
        try await withServer(responder) { client in
            let pipe = BodyPipe(capacity: 10)
            pipe.write(ByteBuffer(string: "0"))
            let received = try await client.send(Request(parameters: [], body: Body(pipe))) { response in
                var received = ""
                for try await bytes in response.body {
                    received += String(buffer: bytes)
                    // The next piece is sent only when the one before it has come back.
                    if received.utf8.count < 5 { pipe.write(ByteBuffer(string: "\(received.utf8.count)")) }
                    if received.utf8.count == 5 { pipe.finish() }
                }
                return received
            }
            #expect(received == "01234")
        }
    }

    @Test func anAnswerBeforeTheWholeBodyEndsTheSending() async throws {
        var limits = Limits()
        limits.body = 1
        try await withServer(limits: limits, { _ in Response(status: 413) }) { client in
            let endless = Body { ByteBuffer(repeating: 0x61, count: 1 << 16) }
            let response = try await client.send(Request(parameters: [], body: endless))
            #expect(response.status == 413)
            let next = try await client.send(Request(parameters: []))
            #expect(next.status == 413)
        }
    }

    @Test func aBodyThatBreaksOffIsTheReason() async throws {
        try await withServer(RawPeer.echo) { client in
            let broken = Body { () async throws(Body.Failure) in throw .aborted }
            await #expect(throws: Body.Failure.aborted) {
                try await client.send(Request(parameters: [], body: broken))
            }
        }
    }

    @Test func aResponseThatIsTooLongIsNotHeld() async throws {
        try await withServer(RawPeer.echo) { client in
            let request = Request(parameters: [("SIZE", "1000")])
            let response = try await client.send(request, upTo: 1_000)
            #expect(response.body.count == 1_000)
            await #expect(throws: Client.Failure.tooLarge) { try await client.send(request, upTo: 999) }
        }
    }

    /// A responder that was started again has closed what the client kept.
    @Test func aConnectionThatWasLetGoIsReplaced() async throws {
        try await withTemporaryFolder { folder in
            let client = Client(to: .unix(path: "\(folder)/s"))
            for number in 1...3 {
                let server = try await Server.listen(on: .unix(path: "\(folder)/s"))
                async let running: Void = server.run { _ in Response(status: 200 + number) }
                for _ in 1...2 {
                    let response = try await client.send(Request(parameters: [("REQUEST_METHOD", "GET")]))
                    #expect(response.status == 200 + number)
                }
                server.stop()
                try await running
            }
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

    @Test func aRefusalIsToldApart() async throws {
        var limits = Limits()
        limits.requests = 0
        try await withServer(limits: limits, RawPeer.echo) { client in
            await #expect(throws: Client.Failure.refused(.overloaded)) {
                try await client.send(Request(parameters: []))
            }
        }
    }

    @Test(arguments: [
        ("Status: 404 Not Found\r\nX: 1\r\n\r\nbody", 404, ["X": "1"], "body"),
        ("X:1\n\n", 200, ["X": "1"], ""), ("\n", 200, [:], ""), ("A: b:c\r\n\r\n\r\n", 200, ["A": "b:c"], "\r\n"),
    ])
    func headsOfAnyGoodFormAreRead(text: String, status: Int, headers: [String: String], rest: String) throws {
        for cut in 0...text.utf8.count {
            var bytes = ByteBuffer(bytes: Array(text.utf8.prefix(cut)))
            var head = try ResponseHead.take(from: &bytes)
            bytes.writeBytes(Array(text.utf8.dropFirst(cut)))
            if head == nil { head = try ResponseHead.take(from: &bytes) }
            #expect(head?.status == status)
            let pairs = head?.headers.map { ($0.name, $0.value) } ?? []
            #expect(Dictionary(pairs) { first, _ in first } == headers)
            #expect(String(buffer: bytes) == rest)
        }
    }

    @Test(arguments: ["no colon\n\n", "Status: 99\n\n", "Status: x\n\n", String(repeating: "x", count: 70_000)])
    func whatIsNoHeadIsRefused(text: String) {
        var bytes = ByteBuffer(string: text)
        #expect(throws: ResponseHead.Malformed.self) { try ResponseHead.take(from: &bytes) }
    }
}
