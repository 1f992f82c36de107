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
    func serve(_ channel: NIOAsyncChannel<Record, ByteBuffer>) async {
        // What ends a connection early is the peer's doing, and there is nobody to tell.
        try? await channel.executeThenClose { inbound, outbound in
            try await withThrowingDiscardingTaskGroup { group in
                let turn = PeerTurn()
                group.addTask {
                    await turn.untilSilent(for: limits.idle)
                    try await channel.channel.close()
                }
                var assembly = RequestAssembly(limits: limits)
                var active: ActiveRequest?
                // Whatever ends the loop ends the request too, and the group waits for it.
                defer {
                    active?.body.fail(.aborted)
                    group.cancelAll()
                }
                for try await record in inbound {
                    turn.begin { false }
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
                        group.addTask {
                            do {
                                try await answer(request, parameters, outbound)
                            } catch {
                                request.end()
                                try await channel.channel.close()
                            }
                            turn.begin { true }
                            guard !keepsConnection || requests.isClosed else { return }
                            try await endSending(channel.channel)
                            // A peer that still sends would not read the answer if it were cut off.
                            await request.body.untilOver()
                            try await channel.channel.close()
                        }
                    case .body(let bytes): await active?.body.write(bytes)
                    case .bodyTooLarge: active?.body.fail(.tooLarge)
                    case .endOfBody: active?.body.finish()
                    case .abort:
                        active?.body.fail(.aborted)
                        await active?.ended()
                    case .close: return
                    }
                    turn.begin { active?.isEnded != false || !assembly.hasWholeBody }
                }
            }
        }
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
        _ request: ActiveRequest, _ parameters: [(name: String, value: String)], _ outbound: Outbound
    ) async throws {
        guard requests.tryTake() else {
            return try await end(request, .overloaded, outbound)
        }
        defer { requests.give() }
        let ending = await withTaskGroup(of: Ending.self) { group in
            group.addTask {
                let response = await responder(Request(parameters: parameters, body: Body(request.body)))
                return await write(response, to: request, outbound)
            }
            group.addTask {
                await request.body.untilAborted()
                return .aborted
            }
            group.addTask {
                try? await Task.sleep(for: limits.total)
                return .overdue
            }
            let first = await group.next() ?? .aborted
            group.cancelAll()
            await group.waitForAll()
            return first
        }
        request.body.close()
        switch ending {
        case .answered:
            var bytes = ByteBuffer()
            bytes.write(Record(.standardOutput, requestID: request.id))
            try await outbound.write(bytes)
            try await end(request, .requestComplete, outbound)
        case .aborted: try await end(request, .requestComplete, outbound)
        // Half an answer must not look like a whole one.
        case .overdue where request.hasBegun: throw ChannelError.eof
        case .overdue: try await end(request, .overloaded, outbound)
        case .failed: throw ChannelError.eof
        }
    }

    /// How a request came to its end.
    private enum Ending: Sendable {
        case answered
        case aborted
        case overdue
        /// The answer could not be written to its end.
        case failed
    }

    /// Writes an answer, but for the records that end it.
    private func write(_ response: Response, to request: ActiveRequest, _ outbound: Outbound) async -> Ending {
        // Whoever was told in the middle of the body that it was given up may have answered that.
        guard !request.body.isAborted, !Task.isCancelled else { return .aborted }
        request.begin()
        do {
            let writer = ResponseWriter { bytes in
                var records = ByteBuffer()
                records.write(part: .standardOutput, requestID: request.id, bytes)
                try await outbound.write(records)
            }
            try await writer.write(response.document)
            try await response.stream?(writer)
            return .answered
        } catch {
            return request.body.isAborted ? .aborted : .failed
        }
    }

    private func end(_ request: ActiveRequest, _ status: ProtocolStatus, _ outbound: Outbound) async throws {
        var bytes = ByteBuffer()
        bytes.write(endOf: request.id, status)
        request.end()
        try await outbound.write(bytes)
    }
}
