import NIOCore
import Synchronization

/// One request and its answer, both ways at once: a responder may answer before it has read the whole body.
final class Exchange: Sendable {
    /// The number of the one request that a connection carries at a time.
    private static let requestID: UInt16 = 1

    private struct State {
        var isSent = false
        var isAnswered = false
    }

    private let link: Link
    private let state = Mutex(State())

    init(_ link: Link) {
        self.link = link
    }

    /// Whether both have come to their end, so that the connection can carry another.
    var isComplete: Bool { state.withLock { $0.isSent && $0.isAnswered } }

    func carry<Result: Sendable>(
        _ request: Request, _ handle: @Sendable (IncomingResponse) async throws -> Result
    ) async throws -> Result {
        link.begin()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.send(request) }
            // What is still to be sent is of no interest once the answer is there.
            defer {
                if !isComplete { link.close() }
                group.cancelAll()
            }
            do {
                return try await handle(try await head())
            } catch Client.Failure.closed {
                // Where the body of the request broke off, that is the reason.
                group.cancelAll()
                do {
                    try await group.waitForAll()
                } catch let failure as Body.Failure {
                    throw failure
                } catch {}
                throw Client.Failure.closed
            }
        }
    }

    private func send(_ request: Request) async throws {
        do {
            var begin = ByteBuffer()
            let responder: UInt16 = 1
            let keepsConnection: UInt8 = 1
            begin.writeInteger(responder)
            begin.writeInteger(keepsConnection)
            begin.writeRepeatingByte(0, count: 5)
            var bytes = ByteBuffer()
            bytes.write(Record(.beginRequest, requestID: Self.requestID, content: begin))
            bytes.write(stream: .parameters, requestID: Self.requestID, NameValuePairs.encode(request.parameters))
            try await link.write(bytes)
            for try await chunk in request.body {
                var records = ByteBuffer()
                records.write(part: .standardInput, requestID: Self.requestID, chunk)
                try await link.write(records)
            }
            var end = ByteBuffer()
            end.write(Record(.standardInput, requestID: Self.requestID))
            // Said before it is written: the answer may come at once.
            state.withLock { $0.isSent = true }
            try await link.write(end)
        } catch {
            link.close()
            throw error
        }
    }

    /// Reads until the head of the answer is there.
    private func head() async throws -> IncomingResponse {
        var bytes = ByteBuffer()
        while let more = try await output() {
            bytes.writeImmutableBuffer(more)
            let head: ResponseHead?
            do {
                head = try ResponseHead.take(from: &bytes)
            } catch {
                throw Client.Failure.malformed
            }
            guard let head else { continue }
            return IncomingResponse(status: head.status, headers: head.headers, body: body(after: bytes))
        }
        throw Client.Failure.malformed
    }

    private func body(after first: ByteBuffer) -> Body {
        let pending = Mutex<ByteBuffer?>(first.readableBytes > 0 ? first : nil)
        return Body { [self] () async throws(Body.Failure) in
            if let first = pending.withLock({ $0.take() }) { return first }
            do {
                return try await output()
            } catch {
                throw .aborted
            }
        }
    }

    /// The next bytes of the answer; nil at its end.
    private func output() async throws(Client.Failure) -> ByteBuffer? {
        if state.withLock({ $0.isAnswered }) { return nil }
        while let record = await link.next() {
            guard record.requestID == Self.requestID else { continue }
            if record.kind == .standardOutput, record.content.readableBytes > 0 { return record.content }
            guard record.kind == .endRequest else { continue }
            let raw: UInt8? = record.content.getInteger(at: record.content.readerIndex + 4)
            guard let status = raw.flatMap(ProtocolStatus.init) else { throw .malformed }
            guard status == .requestComplete else { throw .refused(status) }
            state.withLock { $0.isAnswered = true }
            return nil
        }
        throw .closed
    }
}
