import NIOCore

extension Connection {
    /// Has the responder answer a request, in a task of its own.
    func begin(
        _ parameters: [(name: String, value: String)], id: UInt16, keepsConnection: Bool,
        _ context: ChannelHandlerContext
    ) {
        let place = NIOLoopBound((connection: self, context: context), eventLoop: context.eventLoop)
        let body = BodyPipe(capacity: limits.buffer) {
            place.eventLoop.execute { place.value.connection.resume(place.value.context) }
        }
        let request = ActiveRequest(id: id, keepsConnection: keepsConnection, body: body)
        active = request
        guard requests.tryTake() else {
            request.refuse(.overloaded)
            return end(request, context)
        }
        request.deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.total)) {
            request.refuse(.overdue)
        }
        let handed = Request(parameters: parameters, body: Body(body))
        request.task = Self.task(on: executor, responder, handed, id, place)
    }

    private static func task(
        on executor: LoopExecutor, _ responder: @escaping Server.Responder, _ request: Request, _ id: UInt16,
        _ place: Place
    ) -> Task<Void, Never> {
        Task(executorPreference: executor) {
            await write(await responder(request), of: id, at: place)
        }
    }

    private typealias Place = NIOLoopBound<(connection: Connection, context: ChannelHandlerContext)>

    /// Writes an answer, with the records that end it.
    private static func write(_ response: Response, of id: UInt16, at place: Place) async {
        var bytes = ByteBuffer()
        bytes.write(part: .standardOutput, requestID: id, response.document)
        guard let stream = response.stream else {
            let document = bytes
            return place.eventLoop.execute { place.value.connection.finish(document, place.value.context) }
        }
        let head = bytes
        let channel = try? await place.eventLoop.submit {
            place.value.connection.start(head, place.value.context)
        }.get()
        var isWhole = false
        if let channel {
            isWhole =
                (try? await stream(
                    ResponseWriter { piece in
                        var records = ByteBuffer()
                        records.write(part: .standardOutput, requestID: id, piece)
                        try await channel.writeAndFlush(records)
                    })) != nil
        }
        let document = isWhole ? ByteBuffer() : nil
        place.eventLoop.execute { place.value.connection.finish(document, place.value.context) }
    }

    /// Writes the beginning of an answer.
    ///
    /// - Returns: Where to write the rest; nil where nobody wants it any more.
    private func start(_ head: ByteBuffer, _ context: ChannelHandlerContext) -> (any Channel)? {
        guard let active, active.refusal == nil else { return nil }
        active.hasBegun = true
        context.writeAndFlush(wrapOutboundOut(head), promise: nil)
        return context.channel
    }

    /// Ends the request that is being answered.
    ///
    /// - Parameter rest: What is left of the answer; nil where it broke off.
    private func finish(_ rest: ByteBuffer?, _ context: ChannelHandlerContext) {
        guard let request = active else { return }
        requests.give()
        request.deadline?.cancel()
        guard request.refusal == nil else { return end(request, context) }
        var bytes = rest
        bytes?.write(Record(.standardOutput, requestID: request.id))
        bytes?.write(endOf: request.id, .requestComplete)
        end(request, with: bytes, context)
    }

    /// Ends a request whose answer is not wanted.
    private func end(_ request: ActiveRequest, _ context: ChannelHandlerContext) {
        var bytes = ByteBuffer()
        bytes.write(endOf: request.id, request.refusal == .aborted ? .requestComplete : .overloaded)
        end(request, with: request.refusal == .overdue && request.hasBegun ? nil : bytes, context)
    }

    /// Ends a request.
    ///
    /// - Parameter bytes: The records that end it. Nil closes the connection: half an answer must not look like a
    ///   whole one.
    private func end(_ request: ActiveRequest, with bytes: ByteBuffer?, _ context: ChannelHandlerContext) {
        request.body.close()
        active = nil
        assembly.endRequest()
        lastTurn = .now()
        guard let bytes else { return context.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        if !request.keepsConnection || requests.isClosed {
            isLastAnswered = true
            endSending(context)
        }
        resume(context)
    }
}
