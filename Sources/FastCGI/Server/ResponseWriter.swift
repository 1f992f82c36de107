public import NIOCore

/// Sends the body of a response piece by piece. A peer that reads slowly makes the responder wait.
public struct ResponseWriter: Sendable {
    private let send: @Sendable (ByteBuffer) async throws -> Void

    /// - Parameter send: Sends bytes, and returns when there is room for more.
    init(_ send: @escaping @Sendable (ByteBuffer) async throws -> Void) {
        self.send = send
    }

    /// Sends the next bytes.
    ///
    /// - Throws: Where the connection is lost, or the request was given up.
    public func write(_ bytes: ByteBuffer) async throws {
        try Task.checkCancellation()
        guard bytes.readableBytes > 0 else { return }
        try await send(bytes)
    }

    /// Sends the next bytes.
    ///
    /// - Throws: Where the connection is lost, or the request was given up.
    public func write(_ bytes: [UInt8]) async throws {
        try await write(ByteBuffer(bytes: bytes))
    }
}
