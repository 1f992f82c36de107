import Glibc
public import NIOCore
public import NIOPosix

/// A FastCGI responder: it listens, and hands each request to a closure.
///
/// ```swift
/// let server = try await Server.listen(on: .tcp(host: "127.0.0.1", port: 9000))
/// try await server.run { request in
///     Response(status: 200, headers: [("Content-Type", "text/plain")], body: Array("Hello".utf8))
/// }
/// ```
public struct Server: Sendable {
    /// Answers a request. It runs on the thread that serves the connection, and must not block it.
    public typealias Responder = @Sendable (Request) async -> Response

    /// The event that tells a connection that the server stops.
    struct End: Sendable {}

    private let channel: NIOAsyncChannel<any Channel, Never>
    private let open: OpenChannels
    private let limits: Limits
    private let connections: Slots
    private let requests: Slots
    /// Where the server listens, with the port that it was given.
    public let address: Address
    private let ownsFile: Bool

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - peers: The IP addresses that may connect over TCP; nil for any that can.
    /// - Throws: Where the system refuses the address, or another process listens on it.
    public static func listen(
        on address: Address, peers: Set<String>? = nil, limits: Limits = Limits(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> Server {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.autoRead, value: false)
        let open = OpenChannels()
        let connect: @Sendable (any Channel) -> EventLoopFuture<any Channel> = { channel in
            channel.eventLoop.makeCompletedFuture {
                open.add(channel)
                if let peers, let peer = channel.remoteAddress?.ipAddress, !peers.contains(peer) {
                    channel.close(promise: nil)
                }
                return channel
            }
        }
        let channel =
            switch address {
            case .unix(let path):
                try await bind(bootstrap, toUnixSocket: path, group: group, connect)
            case .tcp(let host, let port):
                try await bootstrap.bind(host: host, port: port, childChannelInitializer: connect)
            case .descriptor(let number):
                try await bootstrap.bind(number, childChannelInitializer: connect)
            }
        let bound = channel.channel.localAddress.flatMap(Address.init) ?? address
        let ownsFile = if case .unix = address { true } else { false }
        return Server(channel: channel, open: open, limits: limits, address: bound, ownsFile: ownsFile)
    }

    private static func bind(
        _ bootstrap: ServerBootstrap, toUnixSocket path: String, group: any EventLoopGroup,
        _ connect: @escaping @Sendable (any Channel) -> EventLoopFuture<any Channel>
    ) async throws -> NIOAsyncChannel<any Channel, Never> {
        try await UnixSocketFile.clear(path, group: group)
        let channel = try await bootstrap.bind(unixDomainSocketPath: path, childChannelInitializer: connect)
        chmod(path, UnixSocketFile.mode)
        return channel
    }

    private init(
        channel: NIOAsyncChannel<any Channel, Never>, open: OpenChannels, limits: Limits, address: Address,
        ownsFile: Bool
    ) {
        self.channel = channel
        self.open = open
        self.limits = limits
        connections = Slots(limits.connections)
        requests = Slots(limits.requests)
        self.address = address
        self.ownsFile = ownsFile
    }

    /// Serves until `stop()` is called or the task is cancelled, and every responder has ended.
    public func run(_ responder: @escaping Responder) async throws {
        channel.channel.closeFuture.whenSuccess { limitFarewell() }
        try await channel.executeThenClose { accepted in
            for try await channel in accepted {
                guard await connections.take() else { break }
                channel.closeFuture.whenComplete { _ in connections.give() }
                channel.eventLoop.execute { serve(channel, with: responder) }
            }
        }
        requests.close()
        open.announceEnd()
        // A task that was cancelled waits for what it has begun all the same.
        await withTaskCancellationHandler {
            await Task {
                await connections.closed()
                await requests.closed()
            }.value
        } onCancel: {
            open.closeAll()
        }
        open.closeAll()
        // The file of a socket that was given belongs to whoever made it.
        if case .unix(let path) = address, ownsFile { unlink(path) }
    }

    /// Ends what is still under way when the time for it has run out.
    private func limitFarewell() {
        channel.channel.eventLoop.scheduleTask(in: TimeAmount(limits.farewell)) {
            connections.close()
            open.closeAll()
        }
    }

    /// Begins to serve a connection, on its event loop.
    private func serve(_ channel: any Channel, with responder: @escaping Responder) {
        do {
            try channel.pipeline.syncOperations.addHandler(
                Connection(on: channel.eventLoop, limits: limits, requests: requests, responder: responder))
            try channel.syncOptions?.setOption(.autoRead, value: true)
        } catch {
            // It was closed meanwhile.
            channel.close(promise: nil)
        }
    }

    /// How long a connection that was taken may be on its way to whoever serves it.
    private static let handover = TimeAmount.milliseconds(100)

    /// Stops taking connections. Whoever has connected is still answered, if that does not take too long.
    public func stop() {
        let listening = channel.channel
        // Closing it at once would drop those that were taken a moment ago.
        listening.setOption(.autoRead, value: false).whenComplete { _ in
            listening.eventLoop.scheduleTask(in: Self.handover) { listening.close(promise: nil) }
        }
    }
}
