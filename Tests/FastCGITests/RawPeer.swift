import NIOCore
import TestSupport

@testable import FastCGI

/// A peer that writes records as bytes, right or wrong.
enum RawPeer {
    static func begin(_ id: UInt16 = 1, role: UInt16 = 1, keep: Bool = false) -> ByteBuffer {
        var content = ByteBuffer()
        content.writeInteger(role)
        content.writeInteger(UInt8(keep ? 1 : 0))
        content.writeRepeatingByte(0, count: 5)
        return record(.beginRequest, id, content)
    }

    static func record(_ kind: Record.Kind, _ id: UInt16, _ content: ByteBuffer = ByteBuffer()) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.write(Record(kind, requestID: id, content: content))
        return buffer
    }

    static func text(_ kind: Record.Kind, _ id: UInt16, _ text: String) -> ByteBuffer {
        record(kind, id, ByteBuffer(string: text))
    }

    static func parameters(_ pairs: [(name: String, value: String)], of id: UInt16 = 1) -> ByteBuffer {
        record(.parameters, id, NameValuePairs.encode(pairs))
    }

    /// A whole request.
    static func request(
        _ id: UInt16 = 1, keep: Bool = false, parameters pairs: [(name: String, value: String)] = [("A", "1")],
        body: String = "hello"
    ) -> [ByteBuffer] {
        var records = [begin(id, keep: keep), parameters(pairs, of: id), record(.parameters, id)]
        if !body.isEmpty { records.append(text(.standardInput, id, body)) }
        return records + [record(.standardInput, id)]
    }

    static func bytes(_ records: [ByteBuffer]) -> [UInt8] {
        records.flatMap { Array($0.readableBytesView) }
    }

    /// What came back, as readable lines: `6#1 Status…` for a record of type 6 of request 1.
    static func lines(_ bytes: [UInt8]) throws -> [String] {
        var buffer = ByteBuffer(bytes: bytes)
        var lines: [String] = []
        while let record = try RecordDecoder.next(in: &buffer) {
            let content = Array(record.content.readableBytesView)
            let isText = record.kind == .standardOutput
            let shown =
                isText ? String(decoding: content, as: UTF8.self) : content.map(String.init).joined(separator: ",")
            lines.append("\(record.kind.rawValue)#\(record.requestID) \(shown)")
        }
        return lines
    }

    /// Answers with what was sent.
    static func echo(_ request: Request) async -> Response {
        let names = request.parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        let size = request.first("SIZE").flatMap { Int($0) }
        var isTooLarge = false
        var sent: [UInt8] = []
        do throws(Body.Failure) {
            sent = try await request.body.collect(upTo: 1 << 20)
        } catch {
            isTooLarge = error == .tooLarge
        }
        let text = "\(names)|\(String(decoding: sent, as: UTF8.self))|\(isTooLarge)"
        return Response(status: 200, body: size.map { [UInt8](repeating: 0x61, count: $0) } ?? Array(text.utf8))
    }

    /// Runs a server while a test talks to it.
    static func withServer(
        limits: Limits = Limits(), _ responder: @escaping Server.Responder = echo,
        _ body: @escaping @Sendable (PeerAddress) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/s"
            let server = try await Server.listen(on: .unix(path: path), limits: limits)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await server.run(responder)
                }
                try await body(.unix(path))
                server.stop()
                try await group.waitForAll()
            }
        }
    }
}
