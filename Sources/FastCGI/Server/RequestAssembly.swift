import NIOCore

/// Puts the requests of one connection together from its records, one at a time. It does no I/O: each record gives
/// an action to carry out.
struct RequestAssembly {
    enum Action {
        /// Nothing to do yet.
        case none
        /// Send these records.
        case send(ByteBuffer)
        /// Send these records, then close the connection.
        case sendAndClose(ByteBuffer)
        /// Answer this request; then close the connection unless it is to be kept.
        case respond(Request, id: UInt16, keepsConnection: Bool)
        /// The records make no sense, or ask for too much: close the connection.
        case close
    }

    private enum Phase {
        case idle
        case parameters
        case body
    }

    private let limits: Limits
    private var phase = Phase.idle
    private var id: UInt16 = 0
    private var keepsConnection = false
    private var parameterBytes = ByteBuffer()
    private var parameters: [(name: String, value: String)] = []
    private var body: [UInt8] = []
    private var drained = 0

    init(limits: Limits) {
        self.limits = limits
    }

    mutating func receive(_ record: Record) -> Action {
        if record.requestID == 0 { return manage(record) }
        if record.kind == .beginRequest { return begin(record) }
        // Records of a request that has ended, or never began, are to be passed over (section 3.3).
        guard record.requestID == id, phase != .idle else { return .none }
        switch record.kind {
        case .abortRequest: return abort()
        case .parameters: return receiveParameters(record.content)
        case .standardInput: return receiveBody(record.content)
        default: return .none
        }
    }

    private func manage(_ record: Record) -> Action {
        var answer = ByteBuffer()
        guard record.kind == .getValues else {
            var content = ByteBuffer()
            content.writeInteger(record.kind.rawValue)
            content.writeRepeatingByte(0, count: 7)
            answer.write(Record(.unknownType, requestID: 0, content: content))
            return .send(answer)
        }
        guard let asked = try? NameValuePairs.decode(record.content) else { return .close }
        let known = [("FCGI_MAX_CONNS", "1024"), ("FCGI_MAX_REQS", "1024"), ("FCGI_MPXS_CONNS", "0")]
        let values = known.filter { pair in asked.contains { $0.name == pair.0 } }
        let content = NameValuePairs.encode(values.map { (name: $0.0, value: $0.1) })
        answer.write(Record(.getValuesResult, requestID: 0, content: content))
        return .send(answer)
    }

    private mutating func begin(_ record: Record) -> Action {
        var content = record.content
        guard let role: UInt16 = content.readInteger(), let flags: UInt8 = content.readInteger() else { return .close }
        var answer = ByteBuffer()
        guard phase == .idle else {
            if record.requestID == id { return .close }
            answer.write(endOf: record.requestID, .cannotMultiplex)
            return .send(answer)
        }
        let keeps = flags & 1 != 0
        let responder: UInt16 = 1
        guard role == responder else {
            answer.write(endOf: record.requestID, .unknownRole)
            return keeps ? .send(answer) : .sendAndClose(answer)
        }
        phase = .parameters
        id = record.requestID
        keepsConnection = keeps
        parameterBytes.clear()
        body = []
        drained = 0
        return .none
    }

    private mutating func receiveParameters(_ content: ByteBuffer) -> Action {
        guard phase == .parameters else { return .close }
        guard content.readableBytes == 0 else {
            guard parameterBytes.readableBytes + content.readableBytes <= limits.parameters else { return .close }
            parameterBytes.writeImmutableBuffer(content)
            return .none
        }
        guard let pairs = try? NameValuePairs.decode(parameterBytes) else { return .close }
        parameters = pairs
        parameterBytes.clear()
        phase = .body
        return .none
    }

    private mutating func receiveBody(_ content: ByteBuffer) -> Action {
        guard phase == .body else { return .close }
        guard content.readableBytes == 0 else {
            if drained == 0, body.count + content.readableBytes <= limits.body {
                body.append(contentsOf: content.readableBytesView)
            } else {
                drained += body.count + content.readableBytes
                body = []
            }
            return drained > limits.drain ? .close : .none
        }
        phase = .idle
        let request = Request(parameters: parameters, body: body, isBodyTooLarge: drained > 0)
        body = []
        parameters = []
        return .respond(request, id: id, keepsConnection: keepsConnection)
    }

    private mutating func abort() -> Action {
        phase = .idle
        body = []
        parameters = []
        var answer = ByteBuffer()
        answer.write(endOf: id, .requestComplete)
        return keepsConnection ? .send(answer) : .sendAndClose(answer)
    }
}
