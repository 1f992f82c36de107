public import NIOCore
public import NIOPosix

/// The web server's half of FastCGI: sends a request to a responder and waits for the answer.
public struct Client: Sendable {
    /// Why there is no answer.
    public enum Failure: Error, Hashable, Sendable {
        /// The responder closed the connection before the request had ended.
        case closed
        /// The request was refused.
        case refused(ProtocolStatus)
        /// What came is not a CGI response, or is longer than the limit.
        case malformed
        /// There was no answer in time.
        case timedOut
    }

    /// The longest response, in bytes.
    public static let responseLimit = 16 << 20

    private let address: Address
    private let group: any EventLoopGroup
    private let timeout: Duration

    /// - Parameter timeout: How long to wait for an answer, from the connection to its last byte.
    public init(
        to address: Address, timeout: Duration = .seconds(60),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        self.address = address
        self.timeout = timeout
        self.group = group
    }

    /// Sends one request over a connection of its own. Its body is sent as it comes.
    ///
    /// - Throws: `Failure`, or `IOError` where the responder cannot be reached.
    public func send(_ request: Request) async throws -> Response {
        try await withThrowingTaskGroup(of: Response?.self) { tasks in
            tasks.addTask { try await exchange(request) }
            tasks.addTask {
                try await Task.sleep(for: timeout)
                return nil
            }
            defer { tasks.cancelAll() }
            guard let response = try await tasks.next() ?? nil else { throw Failure.timedOut }
            return response
        }
    }

    private func exchange(_ request: Request) async throws -> Response {
        let connect: @Sendable (any Channel) -> EventLoopFuture<NIOAsyncChannel<Record, ByteBuffer>> = { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(RecordDecoder()))
                return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
            }
        }
        let bootstrap = ClientBootstrap(group: group)
        let channel =
            switch address {
            case .unix(let path):
                try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: connect)
            case .tcp(let host, let port):
                try await bootstrap.connect(host: host, port: port, channelInitializer: connect)
            case .descriptor: throw Failure.closed
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await Self.write(request, to: outbound)
            return try await Self.response(in: inbound)
        }
    }

    private static func write(_ request: Request, to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws {
        let id: UInt16 = 1
        var begin = ByteBuffer()
        begin.writeInteger(UInt16(1))
        begin.writeRepeatingByte(0, count: 6)
        var bytes = ByteBuffer()
        bytes.write(Record(.beginRequest, requestID: id, content: begin))
        let parameters = NameValuePairs.encode(request.parameters)
        bytes.write(stream: .parameters, requestID: id, Array(parameters.readableBytesView))
        try await outbound.write(bytes)
        for try await chunk in request.body {
            var records = ByteBuffer()
            records.write(part: .standardInput, requestID: id, chunk)
            try await outbound.write(records)
        }
        var end = ByteBuffer()
        end.write(Record(.standardInput, requestID: id))
        try await outbound.write(end)
    }

    private static func response(in records: NIOAsyncChannelInboundStream<Record>) async throws -> Response {
        var document: [UInt8] = []
        for try await record in records {
            switch record.kind {
            case .standardOutput:
                document.append(contentsOf: record.content.readableBytesView)
                guard document.count <= responseLimit else { throw Failure.malformed }
            case .endRequest:
                let raw: UInt8? = record.content.getInteger(at: record.content.readerIndex + 4)
                guard let status = raw.flatMap(ProtocolStatus.init) else { throw Failure.malformed }
                guard status == .requestComplete else { throw Failure.refused(status) }
                guard let response = Response(document: document) else { throw Failure.malformed }
                return response
            default: break
            }
        }
        throw Failure.closed
    }
}
