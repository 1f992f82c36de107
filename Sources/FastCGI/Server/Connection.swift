import NIOCore

/// Serves the requests of one connection, one after the other, on its event loop. While a request is answered the
/// connection goes on reading, so that the end of it is noticed at once.
final class Connection: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How long a server that stops waits for a request on a connection that is open.
    private static let patience = Duration.seconds(1)

    let limits: Limits
    /// The places for requests of all connections.
    let requests: Slots
    let responder: Server.Responder
    /// Runs the responder on the thread of the connection, so that no byte has to change threads.
    let executor: LoopExecutor
    var assembly: RequestAssembly
    /// The request that is being answered.
    var active: ActiveRequest?
    /// Whether the last request of the connection has been answered.
    var isLastAnswered = false

    /// What was read and is not a whole record yet.
    private var held = ByteBuffer()
    /// The beginning of a request that came before the one before it had ended.
    private var next: Record?
    /// Whether nothing that comes is of interest any more.
    private var isOver = false
    /// Whether the socket would have been read by now, but for what must be dealt with before.
    private var isReadWanted = false
    private var isWritable = true
    /// The answers to what is no request, since the peer has read last, in bytes.
    private var asides = 0
    /// When the peer was last heard of, answered, or seen to read.
    var lastTurn = NIODeadline.now()
    private var silence: Scheduled<Void>?

    init(on loop: any EventLoop, limits: Limits, requests: Slots, responder: @escaping Server.Responder) {
        self.limits = limits
        self.requests = requests
        self.responder = responder
        executor = LoopExecutor(loop)
        assembly = RequestAssembly(limits: limits)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        watch(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        silence?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        isOver = true
        active?.refuse(.aborted)
        context.fireChannelInactive()
    }

    /// Who has connected to a server that stops, and is just about to ask, is answered. Nobody else is waited for.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is Server.End else { return context.fireUserInboundEventTriggered(event) }
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(Self.patience)) {
            if self.active == nil, self.assembly.isIdle, self.held.readableBytes == 0 { context.close(promise: nil) }
        }
    }

    /// What ends a connection early is the peer's doing, and there is nobody to tell.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if held.readableBytes == 0 { swap(&held, &bytes) } else { held.writeBuffer(&bytes) }
        lastTurn = .now()
        guard !isOver else { return held.clear() }
        process(context)
    }

    /// A peer that does not read what it is sent gets no more of it.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isWritable = context.channel.isWritable
        if isWritable { asides = 0 }
        lastTurn = .now()
        resume(context)
        context.fireChannelWritabilityChanged()
    }

    func read(context: ChannelHandlerContext) {
        isReadWanted = mayNotRead
        if !isReadWanted { context.read() }
    }

    /// Whether a request was refused whose responder has not ended yet.
    private var isWaitingForEnd: Bool { active?.refusal != nil }

    /// Whether what came must be dealt with before there is more. The peer has to wait meanwhile.
    private var mayNotRead: Bool {
        next != nil || isWaitingForEnd || asides > limits.buffer || active?.body.isFull == true
    }

    /// Reads on where there is room again.
    func resume(_ context: ChannelHandlerContext) {
        process(context)
        guard isReadWanted, !mayNotRead else { return }
        isReadWanted = false
        context.read()
    }

    /// Deals with the records that are whole.
    private func process(_ context: ChannelHandlerContext) {
        let length = held.readableBytes
        do throws(RecordDecoder.UnknownVersion) {
            while !isOver, !isWaitingForEnd, let record = try takeRecord() {
                if record.kind == .beginRequest, assembly.hasWholeBody || !isWritable {
                    next = record
                    break
                }
                carryOut(assembly.receive(record), context)
            }
        } catch {
            close(context)
        }
        // Half a record would keep all that came with it in memory.
        guard held.readableBytes < length else { return }
        held = held.readableBytes > 0 ? ByteBuffer(bytes: held.readableBytesView) : ByteBuffer()
    }

    private func takeRecord() throws(RecordDecoder.UnknownVersion) -> Record? {
        guard let first = next else { return try RecordDecoder.next(in: &held) }
        next = nil
        return first
    }

    private func carryOut(_ action: RequestAssembly.Action, _ context: ChannelHandlerContext) {
        switch action {
        case .none: break
        case .send(let bytes):
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
            asides = isWritable ? 0 : asides + bytes.readableBytes
        case .sendAndClose(let bytes):
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
            isOver = true
            endSending(context)
        case .begin(let parameters, let id, let keepsConnection):
            guard !isLastAnswered else { return isOver = true }
            begin(parameters, id: id, keepsConnection: keepsConnection, context)
        case .body(let bytes): active?.body.write(bytes)
        case .bodyTooLarge: active?.body.fail(.tooLarge)
        case .endOfBody:
            active?.body.finish()
            if isLastAnswered { endSending(context) }
        case .abort: active?.refuse(.aborted)
        case .close: close(context)
        }
    }

    /// Closes the connection at once. What was read of it and not yet looked at is left alone.
    private func close(_ context: ChannelHandlerContext) {
        isOver = true
        context.close(promise: nil)
    }

    /// Says that nothing more will be sent, once everything that was written has gone out: nginx takes an answer for
    /// whole only then. A peer that still sends its body would not read the answer if it were cut off at once.
    func endSending(_ context: ChannelHandlerContext) {
        let isComplete = assembly.isIdle
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.value.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in
            context.value.close(mode: isComplete ? .all : .output, promise: nil)
        }
    }

    /// Closes the connection once the peer has been silent for too long in its turn. One that waits for its answer, or
    /// that is made to wait, may be silent for as long as that takes.
    private func watch(_ context: ChannelHandlerContext) {
        let limit = TimeAmount(limits.idle)
        let isPeers = !isWritable || ((active == nil || !assembly.hasWholeBody) && !isReadWanted)
        let left = isPeers ? lastTurn + limit - .now() : limit
        guard left > .zero else { return context.close(promise: nil) }
        silence = context.eventLoop.assumeIsolated().scheduleTask(in: left) { self.watch(context) }
    }
}
