import NIOCore
import NIOHTTP1

/// Answers one request for metrics on a connection, and closes it.
final class MetricsHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let page: MetricsServer.Page
    private let idle: TimeAmount
    private var head: HTTPRequestHead?
    private var silence: Scheduled<Void>?

    init(page: @escaping MetricsServer.Page, idle: TimeAmount) {
        self.page = page
        self.idle = idle
    }

    func handlerAdded(context: ChannelHandlerContext) {
        silence = context.eventLoop.assumeIsolated().scheduleTask(in: idle) { context.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        silence?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end: answer(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(_ context: ChannelHandlerContext) {
        guard let head else { return context.close(promise: nil) }
        guard head.uri == "/metrics" else { return write(.notFound, [], nil, context) }
        guard [.GET, .HEAD].contains(head.method) else {
            return write(.methodNotAllowed, [("Allow", "GET, HEAD")], nil, context)
        }
        let place = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        let page = page
        let isHead = head.method == .HEAD
        Task {
            let bytes = await page().bytes
            place.eventLoop.execute {
                let type = "text/plain; version=0.0.4; charset=utf-8"
                place.value.handler.write(
                    .ok, [("Content-Type", type), ("Content-Length", "\(bytes.count)")],
                    isHead ? nil : ByteBuffer(bytes: bytes), place.value.context)
            }
        }
    }

    private func write(
        _ status: HTTPResponseStatus, _ headers: [(String, String)], _ body: ByteBuffer?,
        _ context: ChannelHandlerContext
    ) {
        let all = HTTPHeaders(headers + [("Connection", "close")])
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: all))), promise: nil)
        if let body { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
        let place = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in place.value.close(promise: nil) }
    }
}
