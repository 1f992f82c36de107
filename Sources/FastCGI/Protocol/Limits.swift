/// What a peer may ask of a server. Each limit is there so that no peer can make the process grow or wait without
/// bound.
public struct Limits: Sendable {
    /// How many connections are served at once. More wait in the queue of the socket until one has ended. It is what
    /// the server says of `FCGI_MAX_CONNS`.
    public var connections = 1_024
    /// The longest parameter stream, in bytes. Web servers cap the header of a request at 8 to 64 KiB.
    public var parameters = 128 * 1024
    /// The longest body, in bytes. The responder is told of a longer one, and the rest of it is thrown away.
    public var body = 1 << 20
    /// How much of a body is held for a responder that has not read it yet, in bytes. When it is reached, the peer has
    /// to wait.
    public var buffer = 256 * 1024
    /// How much of a body that is too long is read before the connection is closed, in bytes. Some web servers write
    /// it all before they read the answer.
    public var drain = 64 << 20
    /// How many requests may be answered at once. More are refused with `OVERLOADED`. It is what the server says of
    /// `FCGI_MAX_REQS`.
    public var requests = 1_024
    /// How long a peer may stay silent in the middle of a request or between two. While it waits for an answer it may.
    public var idle: Duration = .seconds(60)
    /// How long a request may take from its parameters to its answer. One that takes longer is cancelled.
    public var total: Duration = .seconds(600)
    /// How long a server that stops waits for the requests that are under way. Those that take longer are cancelled.
    public var farewell: Duration = .seconds(30)

    public init() {}
}
