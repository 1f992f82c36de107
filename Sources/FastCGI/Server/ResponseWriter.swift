public import NIOCore

/// Sends the body of a response piece by piece. A peer that reads slowly makes the responder wait.
public struct ResponseWriter: Sendable {
    private let id: UInt16
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

    init(_ id: UInt16, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
        self.id = id
        self.outbound = outbound
    }

    /// Sends the next bytes.
    ///
    /// - Throws: Where the connection is lost, or the request was given up.
    public func write(_ bytes: ByteBuffer) async throws {
        try Task.checkCancellation()
        var records = ByteBuffer()
        records.write(part: .standardOutput, requestID: id, bytes)
        guard records.readableBytes > 0 else { return }
        try await outbound.write(records)
    }

    public func write(_ bytes: [UInt8]) async throws {
        try await write(ByteBuffer(bytes: bytes))
    }
}
