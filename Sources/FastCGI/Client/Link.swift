import NIOCore
import NIOPosix
import Synchronization

/// A connection to a responder, for one request after another. It reads from the socket only what is asked for.
final class Link: ChannelInboundHandler, Sendable {
    typealias InboundIn = Record

    private struct State {
        var records: CircularBuffer<Record> = []
        var isOpen = true
        var hasAnswered = false
        var reader: CheckedContinuation<Void, Never>?
    }

    private let channel: any Channel
    private let state = Mutex(State())

    private init(_ channel: any Channel) {
        self.channel = channel
    }

    /// Opens a connection.
    ///
    /// - Throws: What the system says where nobody listens, or `Client.Failure.closed` for a descriptor.
    static func connect(to address: Address, group: any EventLoopGroup) async throws -> Link {
        let bootstrap = ClientBootstrap(group: group).channelOption(.autoRead, value: false)
        let initialize: @Sendable (any Channel) -> EventLoopFuture<Link> = { channel in
            channel.eventLoop.makeCompletedFuture {
                let link = Link(channel)
                try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(RecordDecoder()))
                try channel.pipeline.syncOperations.addHandler(link)
                return link
            }
        }
        switch address {
        case .unix(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: initialize)
        case .tcp(let host, let port):
            return try await bootstrap.connect(host: host, port: port, channelInitializer: initialize)
        case .descriptor: throw Client.Failure.closed
        }
    }

    var isOpen: Bool { state.withLock { $0.isOpen } }

    /// Whether anything of the answer to the present request has come.
    var hasAnswered: Bool { state.withLock { $0.hasAnswered } }

    /// Begins a request.
    func begin() { state.withLock { $0.hasAnswered = false } }

    func close() { channel.close(promise: nil) }

    /// Sends bytes, and returns when the system has taken them.
    func write(_ bytes: ByteBuffer) async throws {
        try await channel.writeAndFlush(bytes).get()
    }

    /// The next record; nil where the connection is closed. A task that is cancelled closes it.
    func next() async -> Record? {
        while true {
            let (record, isOpen) = state.withLock { ($0.records.popFirst(), $0.isOpen) }
            if record != nil || !isOpen { return record }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let mustWait = state.withLock { state in
                        guard state.isOpen, state.records.isEmpty else { return false }
                        state.reader = continuation
                        return true
                    }
                    if mustWait { channel.read() } else { continuation.resume() }
                }
            } onCancel: {
                close()
            }
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let record = unwrapInboundIn(data)
        state.withLock { state in
            state.hasAnswered = true
            state.records.append(record)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        let (reader, isHalf) = state.withLock { state in
            guard !state.records.isEmpty else { return (nil as CheckedContinuation<Void, Never>?, state.reader != nil) }
            defer { state.reader = nil }
            return (state.reader, false)
        }
        reader?.resume()
        if isHalf { context.read() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        let reader = state.withLock { state in
            state.isOpen = false
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
