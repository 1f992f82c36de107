import NIOCore
import Synchronization

/// A connection that was accepted, on its way to whoever serves it. One that nobody takes, because the server stops
/// just then, is closed: NIO ends the process for an asynchronous channel that is dropped without that.
final class AcceptedChannel<Inbound: Sendable, Outbound: Sendable>: Sendable {
    private let channel: Mutex<NIOAsyncChannel<Inbound, Outbound>?>

    init(_ channel: NIOAsyncChannel<Inbound, Outbound>) {
        self.channel = Mutex(channel)
    }

    /// Hands the connection over, once.
    func take() -> NIOAsyncChannel<Inbound, Outbound>? {
        channel.withLock { channel in
            defer { channel = nil }
            return channel
        }
    }

    deinit {
        guard let channel = take() else { return }
        // There is nobody left to wait for it.
        Task { try? await channel.executeThenClose { _, _ in } }
    }
}
