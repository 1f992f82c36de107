package import FastCGI
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves a page of metrics over HTTP/1.1, to whoever may connect to a socket of this machine.
package struct MetricsServer: Sendable {
    /// Draws the page.
    package typealias Page = @Sendable () async -> Exposition

    /// How many may ask at once, and how long one may be silent.
    private static let connections = 8
    private static let idle = TimeAmount.seconds(30)

    private let channel: any Channel
    /// Where it listens, with the port that it was given.
    package let address: Address
    private let ownsFile: Bool

    /// Begins to listen and to serve.
    ///
    /// - Throws: Where the system refuses the address, or another process listens on it.
    package static func listen(
        on address: Address, page: @escaping Page
    ) async throws -> MetricsServer {
        let group = MultiThreadedEventLoopGroup.singleton
        let places = Slots(connections)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                guard places.tryTake() else { return channel.close() }
                channel.closeFuture.whenComplete { _ in places.give() }
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                    try pipeline.addHandler(MetricsHandler(page: page, idle: idle))
                }
            }
        switch address {
        case .unix(let path):
            try await UnixSocketFile.clear(path, group: group)
            let channel = try await bootstrap.bind(unixDomainSocketPath: path).get()
            chmod(path, UnixSocketFile.mode)
            return MetricsServer(channel: channel, address: address, ownsFile: true)
        case .tcp(let host, let port):
            let channel = try await bootstrap.bind(host: host, port: port).get()
            let bound = Address.tcp(host: host, port: channel.localAddress?.port ?? port)
            return MetricsServer(channel: channel, address: bound, ownsFile: false)
        case .descriptor(let number):
            let channel = try await bootstrap.withBoundSocket(number).get()
            return MetricsServer(channel: channel, address: address, ownsFile: false)
        }
    }

    /// Stops listening.
    package func stop() async {
        try? await channel.close()
        if ownsFile, case .unix(let path) = address { unlink(path) }
    }
}
