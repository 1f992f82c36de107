public import NIOCore

/// What a peer may ask of a connection. Each limit is there so that no peer can make the process grow or wait without
/// bound.
public struct Limits: Sendable {
    /// The longest parameter stream, in bytes. Web servers cap the header of a request at 8 to 64 KiB.
    public var parameters = 128 * 1024
    /// The longest body that is kept, in bytes. A longer one is read and thrown away.
    public var body = 1 << 20
    /// How much of a body that is too long is read before the connection is closed, in bytes. Some web servers write
    /// it all before they read the answer.
    public var drain = 64 << 20
    /// How long a peer may stay silent in the middle of a request or between two.
    public var idle: TimeAmount = .seconds(60)

    public init() {}
}
