import FastCGI
import NIOCore
import NIOHTTP1
import NIOPosix

/// A small HTTP/1.1 server for the loopback address of an author's machine. It is no web server for the public.
struct WebServer: Sendable {
    typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
    typealias Responder = @Sendable (WebRequest) async -> WebResponse

    /// The longest body that is read, in bytes: some photos, which is enough to try a form. What is longer gets 413.
    static let bodyLimit = 64 << 20

    private typealias Accepted = AcceptedChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    private let channel: NIOAsyncChannel<Accepted, Never>
    let port: Int

    /// Begins to listen on 127.0.0.1. Port 0 takes a free one.
    static func listen(port: Int) async throws -> WebServer {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    return Accepted(try Connection(wrappingChannelSynchronously: channel))
                }
            }
        return WebServer(channel: channel, port: channel.channel.localAddress?.port ?? port)
    }

    /// Serves until `stop()` is called.
    func run(_ responder: @escaping Responder) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            try await channel.executeThenClose { connections in
                for try await connection in connections {
                    group.addTask {
                        guard let channel = connection.take() else { return }
                        try? await Self.serve(channel, responder)
                    }
                }
            }
            group.cancelAll()
        }
    }

    func stop() {
        channel.channel.close(promise: nil)
    }

    private static func serve(_ connection: Connection, _ responder: Responder) async throws {
        try await connection.executeThenClose { inbound, outbound in
            var head: HTTPRequestHead?
            var body: [UInt8] = []
            for try await part in inbound {
                switch part {
                case .head(let next):
                    head = next
                    body = []
                case .body(let bytes):
                    body.append(contentsOf: bytes.readableBytesView)
                    guard body.count <= bodyLimit else {
                        try await write(WebResponse(status: 413), to: head, keepsAlive: false, outbound)
                        return
                    }
                case .end:
                    guard let request = head.map({ WebRequest(head: $0, body: body) }) else { return }
                    let keepsAlive = request.head.isKeepAlive
                    try await write(await responder(request), to: request.head, keepsAlive: keepsAlive, outbound)
                    if !keepsAlive { return }
                }
            }
        }
    }

    private static func write(
        _ response: WebResponse, to request: HTTPRequestHead?, keepsAlive: Bool,
        _ outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>
    ) async throws {
        var headers = HTTPHeaders(response.headers)
        if let events = response.events {
            let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
            try await outbound.write(.head(head))
            for await event in events {
                try await outbound.write(.body(.byteBuffer(ByteBuffer(string: "data: \(event)\n\n"))))
            }
            try await outbound.write(.end(nil))
            return
        }
        headers.replaceOrAdd(name: "Content-Length", value: String(response.body.count))
        if !keepsAlive { headers.replaceOrAdd(name: "Connection", value: "close") }
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
        try await outbound.write(.head(head))
        if request?.method != .HEAD { try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: response.body)))) }
        try await outbound.write(.end(nil))
    }
}

/// A request, read whole.
struct WebRequest: Sendable {
    let head: HTTPRequestHead
    let body: [UInt8]

    /// The host without its port, in lower case.
    var host: String { String((head.headers.first(name: "Host") ?? "").lowercased().prefix { $0 != ":" }) }

    /// The path without its query.
    var path: String { String(head.uri.prefix { $0 != "?" }) }
}

struct WebResponse: Sendable {
    var status: Int
    var headers: [(String, String)] = []
    var body: [UInt8] = []
    /// Events that are sent as they come (HTML, server-sent events), in the place of a body.
    var events: AsyncStream<Int>?
}
