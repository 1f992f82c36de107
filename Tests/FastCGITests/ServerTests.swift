import Foundation
import NIOCore
import TestSupport
import Testing

@testable import FastCGI

/// The cases of the protocol, by their number among the hostile inputs.
@Suite struct ServerTests {
    private static let answer = "6#1 Status: 200 OK\r\n\r\nA=1|hello|false"
    private static let ended = ["6#1 ", "3#1 0,0,0,0,0,0,0,0"]

    private func expectAnswer(_ expected: Bool, from address: PeerAddress, to bytes: [UInt8]) async throws {
        let received = try await address.exchange(bytes)
        #expect(received.isEmpty == !expected)
    }

    @Test(arguments: [1, 2, 3, 7, 8, 9, 64, 1 << 16])
    func case1AGoodRequestIsAnsweredHoweverItIsCut(chunk: Int) async throws {
        try await RawPeer.withServer { address in
            let received = try await address.exchange(RawPeer.bytes(RawPeer.request()), chunk: chunk)
            #expect(try RawPeer.lines(received) == [Self.answer] + Self.ended)
        }
    }

    @Test func case2ParametersAreTheSameWhereverTheyAreCut() async throws {
        let long = String(repeating: "x", count: 300)
        let pairs = Array(NameValuePairs.encode([("A", long), (long, "")]).readableBytesView)
        try await RawPeer.withServer { address in
            var answers: Set<String> = []
            for cut in stride(from: 1, to: pairs.count, by: 13) {
                let records = [
                    RawPeer.begin(), RawPeer.record(.parameters, 1, ByteBuffer(bytes: pairs[..<cut])),
                    RawPeer.record(.parameters, 1, ByteBuffer(bytes: pairs[cut...])), RawPeer.record(.parameters, 1),
                    RawPeer.record(.standardInput, 1),
                ]
                let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(records)))
                answers.insert(lines.first ?? "")
            }
            #expect(answers == ["6#1 Status: 200 OK\r\n\r\nA=\(long)&\(long)=||false"])
        }
    }

    @Test func case3AHugeLengthClosesTheConnection() async throws {
        try await RawPeer.withServer { address in
            var content = ByteBuffer(bytes: [0xFF, 0xFF, 0xFF, 0xFF, 0])
            content.writeRepeatingByte(0x61, count: 20)
            let records = [RawPeer.begin(), RawPeer.record(.parameters, 1, content), RawPeer.record(.parameters, 1)]
            try await expectAnswer(false, from: address, to: RawPeer.bytes(records))
            try await expectAnswer(true, from: address, to: RawPeer.bytes(RawPeer.request()))
        }
    }

    @Test(arguments: [false, true])
    func case4ValuesAreToldIdleAndInTheMiddleOfARequest(inTheMiddle: Bool) async throws {
        let asked = NameValuePairs.encode([("FCGI_MAX_CONNS", ""), ("FCGI_MPXS_CONNS", ""), ("FOO", "")])
        let question = RawPeer.record(.getValues, 0, asked)
        try await RawPeer.withServer { address in
            var records = RawPeer.request()
            records.insert(question, at: inTheMiddle ? 2 : 0)
            let received = try await address.exchange(RawPeer.bytes(records))
            var buffer = ByteBuffer(bytes: received)
            let first = try #require(try RecordDecoder.next(in: &buffer))
            #expect(first.kind == .getValuesResult && first.requestID == 0)
            #expect(try NameValuePairs.decode(first.content).map(\.name) == ["FCGI_MAX_CONNS", "FCGI_MPXS_CONNS"])
            #expect(try RawPeer.lines(received).dropFirst() == ([Self.answer] + Self.ended)[...])
        }
    }

    @Test func case5AnUnknownTypeIsNamedOnTheConnectionAndPassedOverInARequest() async throws {
        try await RawPeer.withServer { address in
            var records = RawPeer.request()
            records.insert(RawPeer.text(.init(rawValue: 99), 1, "?"), at: 1)
            records.insert(RawPeer.text(.init(rawValue: 99), 0, "?"), at: 0)
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(records)))
            #expect(lines == ["11#0 99,0,0,0,0,0,0,0", Self.answer] + Self.ended)
        }
    }

    @Test(arguments: [2, 3, 9] as [UInt16])
    func case6AnotherRoleIsRefused(role: UInt16) async throws {
        try await RawPeer.withServer { address in
            let alone = try await address.exchange(RawPeer.bytes([RawPeer.begin(role: role)]))
            #expect(try RawPeer.lines(alone) == ["3#1 0,0,0,0,3,0,0,0"])
            let records = [RawPeer.begin(role: role, keep: true)] + RawPeer.request(2)
            let kept = try await RawPeer.lines(address.exchange(RawPeer.bytes(records)))
            #expect(kept.first == "3#1 0,0,0,0,3,0,0,0" && kept.count == 4)
        }
    }

    @Test func case7AnAbortedRequestEndsAndLeavesNothing() async throws {
        try await RawPeer.withServer { address in
            let records = [
                RawPeer.begin(keep: true), RawPeer.parameters([("A", "1")]), RawPeer.record(.parameters, 1),
                RawPeer.text(.standardInput, 1, "half"), RawPeer.record(.abortRequest, 1),
            ]
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(records + RawPeer.request(2))))
            #expect(lines.first == "3#1 0,0,0,0,0,0,0,0")
            #expect(lines.dropFirst().first == "6#2 Status: 200 OK\r\n\r\nA=1|hello|false")
        }
    }

    @Test func case10ABodyBeforeTheEndOfTheParametersClosesTheConnection() async throws {
        try await RawPeer.withServer { address in
            let records = [RawPeer.begin(), RawPeer.parameters([("A", "1")]), RawPeer.text(.standardInput, 1, "x")]
            try await expectAnswer(false, from: address, to: RawPeer.bytes(records))
        }
    }

    @Test func case11ALongAnswerIsCutIntoRecordsAndTheConnectionIsKeptIfAsked() async throws {
        try await RawPeer.withServer { address in
            let first = RawPeer.request(1, keep: true, parameters: [("SIZE", "70000")])
            let second = RawPeer.request(2, keep: false, parameters: [("SIZE", "1")])
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(first + second)))
            #expect(lines.map { String($0.prefix(3)) } == ["6#1", "6#1", "6#1", "3#1", "6#2", "6#2", "3#2"])
            #expect(lines.first.map { $0.utf8.count - 4 } == 65_535)
        }
    }

    @Test func aSecondRequestOnABusyConnectionIsRefused() async throws {
        try await RawPeer.withServer { address in
            var records = RawPeer.request()
            records.insert(RawPeer.begin(2), at: 2)
            let lines = try await RawPeer.lines(address.exchange(RawPeer.bytes(records)))
            #expect(lines == ["3#2 0,0,0,0,1,0,0,0", Self.answer] + Self.ended)
        }
    }

    @Test func tooManyParametersCloseTheConnectionAndTooLongABodyIsThrownAway() async throws {
        var limits = Limits()
        limits.parameters = 100
        limits.body = 4
        limits.drain = 10
        try await RawPeer.withServer(limits: limits) { address in
            let wide = RawPeer.request(parameters: [("A", String(repeating: "x", count: 101))])
            try await expectAnswer(false, from: address, to: RawPeer.bytes(wide))
            let long = try await RawPeer.lines(address.exchange(RawPeer.bytes(RawPeer.request(body: "12345"))))
            #expect(long.first == "6#1 Status: 200 OK\r\n\r\nA=1||true")
            try await expectAnswer(false, from: address, to: RawPeer.bytes(RawPeer.request(body: "12345678901")))
        }
    }

    @Test func noBytesCrashTheServer() async throws {
        try await RawPeer.withServer { address in
            var state: UInt64 = 9
            let good = RawPeer.bytes(RawPeer.request())
            for _ in 0..<300 {
                var bytes = good
                for _ in 0..<4 {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
                }
                _ = try await address.exchange(bytes, endsSending: true)
            }
            #expect(try await RawPeer.lines(address.exchange(good)) == [Self.answer] + Self.ended)
        }
    }

    @Test func aSocketThatNobodyListensOnIsReplacedAndALiveOneIsNot() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/s"
            let first = try await Server.listen(on: .unix(path: path))
            var mode = stat()
            stat(path, &mode)
            #expect(mode.st_mode & 0o777 == 0o660)
            await #expect(throws: (any Error).self) { try await Server.listen(on: .unix(path: path)) }
            first.stop()
            async let running: Void = first.run { _ in Response(status: 204) }
            try await running
            let stale = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            #expect(PeerAddress.bind(stale, to: path) == 0)
            close(stale)
            let second = try await Server.listen(on: .unix(path: path))
            second.stop()
            try await second.run { _ in Response(status: 204) }
        }
    }

    /// A connection that comes in while the server stops is taken by nobody, and must not take the process along.
    @Test func aServerThatStopsDropsNobodyHard() async throws {
        try await withTemporaryFolder { folder in
            for number in 0..<40 {
                let path = "\(folder)/\(number)"
                let server = try await Server.listen(on: .unix(path: path))
                let address = PeerAddress.unix(path)
                async let first = address.exchange(RawPeer.bytes(RawPeer.request()))
                async let second = address.exchange(RawPeer.bytes(RawPeer.request()))
                server.stop()
                try await server.run(RawPeer.echo)
                _ = try? await (first, second)
            }
        }
    }

    @Test func theClientGetsWhatTheResponderSays() async throws {
        try await withTemporaryFolder { folder in
            let server = try await Server.listen(on: .tcp(host: "127.0.0.1", port: 0))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await server.run { request in
                        Response(
                            status: 303,
                            headers: [("Location", "/x\r\nSet-Cookie: evil=1"), ("X", request.first("Q") ?? "")],
                            body: (try? await request.body.collect(upTo: 1 << 20)) ?? [])
                    }
                }
                let body = [UInt8](repeating: 1, count: 900_000)
                let request = Request(parameters: [("Q", "q"), ("Q", "r")], body: body)
                let response = try await Client(to: server.address).send(request)
                #expect(response.status == 303)
                #expect(response.headers.map(\.name) == ["Location", "X"])
                #expect(response.headers.map(\.value) == ["/xSet-Cookie: evil=1", "q"])
                #expect(response.body == body)
                server.stop()
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: [
        ("unix:/run/soh.sock", "unix:/run/soh.sock", true), ("127.0.0.1:9000", "127.0.0.1:9000", true),
        ("[::1]:9000", "[::1]:9000", true), ("0.0.0.0:9000", "0.0.0.0:9000", false), ("fd:3", "fd:3", true),
    ])
    func addressesReadAsTheyAreWritten(text: String, written: String, isLocal: Bool) throws {
        let address = try #require(Address(text))
        #expect(address.description == written && address.isLocal == isLocal)
    }

    @Test(arguments: ["", "unix:", "fd:", "fd:x", "fd:-1", "9000", ":9000", "host:", "host:70000", "host:x"])
    func whatIsNoAddressIsRefused(text: String) {
        #expect(Address(text) == nil)
    }
}
