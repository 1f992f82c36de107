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
    public typealias Responder = @Sendable (Request) async -> Response
    private typealias Accepted = AcceptedChannel<[Record], ByteBuffer>

    /// How often a socket is read, at up to 64 KiB each, before the connection has to look at what came.
    private static let readAhead = NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark(
        lowWatermark: 1, highWatermark: 2)

    private let channel: NIOAsyncChannel<Accepted, Never>
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
        let connect: @Sendable (any Channel) -> EventLoopFuture<Accepted> = { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                if let peers, let peer = channel.remoteAddress?.ipAddress, !peers.contains(peer) {
                    channel.close(promise: nil)
                }
                try pipeline.addHandler(RecordReader())
                return Accepted(
                    try NIOAsyncChannel(
                        wrappingChannelSynchronously: channel, configuration: .init(backPressureStrategy: readAhead)))
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
        return Server(channel: channel, limits: limits, address: bound, ownsFile: ownsFile)
    }

    private static func bind(
        _ bootstrap: ServerBootstrap, toUnixSocket path: String, group: any EventLoopGroup,
        _ connect: @escaping @Sendable (any Channel) -> EventLoopFuture<Accepted>
    ) async throws -> NIOAsyncChannel<Accepted, Never> {
        try await UnixSocketFile.clear(path, group: group)
        let channel = try await bootstrap.bind(unixDomainSocketPath: path, childChannelInitializer: connect)
        chmod(path, UnixSocketFile.mode)
        return channel
    }

    private init(
        channel: NIOAsyncChannel<Accepted, Never>, limits: Limits, address: Address,
        ownsFile: Bool
    ) {
        self.channel = channel
        self.limits = limits
        connections = Slots(limits.connections)
        requests = Slots(limits.requests)
        self.address = address
        self.ownsFile = ownsFile
    }

    /// Serves until `stop()` is called or the task is cancelled.
    public func run(_ responder: @escaping Responder) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            try await channel.executeThenClose { accepted in
                for try await connection in accepted {
                    guard await connections.take() else { break }
                    let channel = connection.take()
                    let executor = channel.map { LoopExecutor($0.channel.eventLoop) }
                    group.addTask(executorPreference: executor) {
                        defer { connections.give() }
                        guard let channel else { return }
                        await Connection(limits: limits, requests: requests, responder: responder).serve(channel)
                        withExtendedLifetime(executor) {}
                    }
                }
            }
            await drain()
            group.cancelAll()
        }
        // The file of a socket that was given belongs to whoever made it.
        if case .unix(let path) = address, ownsFile { unlink(path) }
    }

    /// Waits until what is under way has been answered, but not for ever.
    private func drain() async {
        await withTaskGroup { group in
            group.addTask { await requests.closed() }
            group.addTask { try? await Task.sleep(for: limits.farewell) }
            await group.next()
            group.cancelAll()
        }
    }

    /// Stops listening. Requests that are under way are still answered, if they do not take too long.
    public func stop() {
        connections.close()
        channel.channel.close(promise: nil)
    }
}
