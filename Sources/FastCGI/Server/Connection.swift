import NIOCore

/// Serves the requests of one connection, one after the other. While a request is answered the connection goes on
/// reading, so that the end of it is noticed at once.
struct Connection: Sendable {
    typealias Outbound = NIOAsyncChannelOutboundWriter<ByteBuffer>

    let limits: Limits
    /// The places for requests of all connections.
    let requests: Slots
    let responder: Server.Responder

    /// Serves until the peer closes, is silent for too long, sends what makes no sense, or does not want the connection
    /// kept.
    func serve(_ channel: NIOAsyncChannel<[Record], ByteBuffer>) async {
        // What ends a connection early is the peer's doing, and there is nobody to tell.
        try? await channel.executeThenClose { inbound, outbound in
            let turn = PeerTurn()
            turn.watch(channel.channel, for: TimeAmount(limits.idle))
            defer { turn.end() }
            try await withThrowingDiscardingTaskGroup { group in
                var assembly = RequestAssembly(limits: limits)
                var active: ActiveRequest?
                // Whatever ends the loop ends the request too, and the group waits for it.
                defer {
                    active?.abort()
                    group.cancelAll()
                }
                for try await records in inbound {
                    turn.begin { false }
                    for record in records {
                        if record.kind == .beginRequest, let busy = active, assembly.hasWholeBody { await busy.ended() }
                        if active?.isEnded == true { assembly.endRequest() }
                        switch assembly.receive(record) {
                        case .none: break
                        case .send(let bytes): try await outbound.write(bytes)
                        case .sendAndClose(let bytes):
                            try await outbound.write(bytes)
                            return try await endSending(channel.channel)
                        case .begin(let parameters, let id, let keepsConnection):
                            let request = ActiveRequest(
                                id: id, keepsConnection: keepsConnection, body: BodyPipe(capacity: limits.buffer))
                            active = request
                            group.addTask { try await serve(request, parameters, channel.channel, outbound, turn) }
                        case .body(let bytes): await active?.body.write(bytes)
                        case .bodyTooLarge: active?.body.fail(.tooLarge)
                        case .endOfBody: active?.body.finish()
                        case .abort:
                            active?.abort()
                            await active?.ended()
                        case .close: return
                        }
                    }
                    turn.begin { active?.isEnded != false || !assembly.hasWholeBody }
                }
            }
        }
    }

    /// Serves one request, and closes the connection after it unless it is to be kept.
    private func serve(
        _ request: ActiveRequest, _ parameters: [(name: String, value: String)], _ channel: any Channel,
        _ outbound: Outbound, _ turn: PeerTurn
    ) async throws {
        do {
            try await answer(request, parameters, outbound, channel.eventLoop)
        } catch {
            request.end()
            try await channel.close()
        }
        turn.begin { true }
        guard !request.keepsConnection || requests.isClosed else { return }
        try await endSending(channel)
        // A peer that still sends would not read the answer if it were cut off.
        await request.body.untilOver()
        try await channel.close()
    }

    /// Says that nothing more will be sent, once everything that was written has gone out. A peer that does not read is
    /// in its turn, and not waited for longer than it may be silent. nginx takes an answer for whole only then.
    private func endSending(_ channel: any Channel) async throws {
        try await channel.writeAndFlush(ByteBuffer())
        try await channel.close(mode: .output)
    }

    /// Has the responder answer a request, and writes the answer. Where the peer gives the request up or it takes too
    /// long, the responder is cancelled, and the end is written once it has ended.
    private func answer(
        _ request: ActiveRequest, _ parameters: [(name: String, value: String)], _ outbound: Outbound,
        _ loop: any EventLoop
    ) async throws {
        guard requests.tryTake() else {
            return try await end(request, .overloaded, outbound)
        }
        defer { requests.give() }
        let deadline = loop.scheduleTask(in: TimeAmount(limits.total)) { request.settle(.overdue) }
        defer { deadline.cancel() }
        let ending = await withTaskGroup { group in
            group.addTask {
                let response = await responder(Request(parameters: parameters, body: Body(request.body)))
                request.settle(await write(response, to: request, outbound))
            }
            let ending = await request.settled()
            group.cancelAll()
            return ending
        }
        request.body.close()
        guard !request.isEnded else { return }
        switch ending {
        case .aborted: try await end(request, .requestComplete, outbound)
        case .overdue where !request.hasBegun: try await end(request, .overloaded, outbound)
        // Half an answer must not look like a whole one.
        case .overdue, .failed, .answered: throw ChannelError.eof
        }
    }

    /// Writes an answer, with the records that end it.
    private func write(
        _ response: Response, to request: ActiveRequest, _ outbound: Outbound
    ) async -> ActiveRequest.Ending {
        // Whoever was told in the middle of the body that it was given up may have answered that.
        guard !request.isSettled, !Task.isCancelled else { return .aborted }
        request.begin()
        do {
            var bytes = ByteBuffer()
            bytes.write(part: .standardOutput, requestID: request.id, ByteBuffer(bytes: response.document))
            if let stream = response.stream {
                try await outbound.write(bytes)
                bytes.clear()
                try await stream(
                    ResponseWriter { piece in
                        var records = ByteBuffer()
                        records.write(part: .standardOutput, requestID: request.id, piece)
                        try await outbound.write(records)
                    })
            }
            bytes.write(Record(.standardOutput, requestID: request.id))
            bytes.write(endOf: request.id, .requestComplete)
            request.end()
            try await outbound.write(bytes)
            return .answered
        } catch {
            return .failed
        }
    }

    /// Writes the end of a request that has no answer.
    private func end(_ request: ActiveRequest, _ status: ProtocolStatus, _ outbound: Outbound) async throws {
        var bytes = ByteBuffer()
        bytes.write(endOf: request.id, status)
        request.end()
        try await outbound.write(bytes)
    }
}
