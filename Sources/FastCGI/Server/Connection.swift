import NIOCore

/// Serves the requests of one connection, one after the other.
struct Connection: Sendable {
    let limits: Limits
    let inFlight: InFlight
    let responder: Server.Responder

    /// Serves until the peer closes, sends what makes no sense, or does not want the connection kept.
    func serve(_ channel: NIOAsyncChannel<Record, ByteBuffer>) async {
        // What ends a connection early is the peer's doing, and there is nobody to tell.
        try? await channel.executeThenClose { inbound, outbound in
            var assembly = RequestAssembly(limits: limits)
            for try await record in inbound {
                switch assembly.receive(record) {
                case .none: break
                case .send(let bytes): try await outbound.write(bytes)
                case .sendAndClose(let bytes):
                    try await outbound.write(bytes)
                    return
                case .respond(let request, let id, let keepsConnection):
                    try await inFlight.run {
                        try await outbound.write(answer(await responder(request), to: id))
                    }
                    if !keepsConnection || inFlight.isDraining { return }
                case .close: return
                }
            }
        }
    }

    private func answer(_ response: Response, to id: UInt16) -> ByteBuffer {
        let document = response.document
        var bytes = ByteBuffer()
        bytes.reserveCapacity(document.count + 64)
        bytes.write(stream: .standardOutput, requestID: id, document)
        bytes.write(endOf: id, .requestComplete)
        return bytes
    }
}
