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
        /// Begin to answer a request with these parameters; then close the connection unless it is to be kept.
        case begin([(name: String, value: String)], id: UInt16, keepsConnection: Bool)
        /// These bytes belong to the body of the request.
        case body(ByteBuffer)
        /// The body is longer than the limit. What follows of it is thrown away.
        case bodyTooLarge
        case endOfBody
        /// The web server has given the request up.
        case abort
        /// The records make no sense, or ask for too much: close the connection.
        case close
    }

    private enum Phase {
        case idle
        case parameters
        case body
        /// The body is complete, and the answer is on its way.
        case answer
    }

    private let limits: Limits
    private var phase = Phase.idle
    private var id: UInt16 = 0
    /// Whether another request may come after the present one.
    private var keepsConnection = true
    private var parameterBytes = ByteBuffer()
    /// Whether the answer was given before the whole body had come.
    private var isAnswered = false
    /// How long the body is so far, in bytes.
    private var bodyBytes = 0
    /// How much of bodies that nobody wants has been thrown away, in bytes.
    private var drained = 0

    init(limits: Limits) {
        self.limits = limits
    }

    /// Whether everything of the request has come, and its answer is on its way.
    var hasWholeBody: Bool { phase == .answer }

    /// Whether nothing is expected but another request.
    var isIdle: Bool { phase == .idle }

    /// Takes note that the request has been answered. What still comes of its body is thrown away, up to a limit: a web
    /// server that cannot write on does not read the answer.
    mutating func endRequest() {
        if phase == .answer { phase = .idle }
        if phase == .body { isAnswered = true }
    }

    mutating func receive(_ record: Record) -> Action {
        if record.requestID == 0 { return manage(record) }
        if record.kind == .beginRequest { return begin(record) }
        // Records of a request that has ended, or never began, are to be passed over (section 3.3).
        guard record.requestID == id, phase != .idle else {
            return record.kind == .standardInput ? drain(record.content) : .none
        }
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
        let known = [
            ("FCGI_MAX_CONNS", "\(limits.connections)"), ("FCGI_MAX_REQS", "\(limits.requests)"),
            ("FCGI_MPXS_CONNS", "0"),
        ]
        let values = known.filter { pair in asked.contains { $0.name == pair.0 } }
        let content = NameValuePairs.encode(values.map { (name: $0.0, value: $0.1) })
        answer.write(Record(.getValuesResult, requestID: 0, content: content))
        return .send(answer)
    }

    private mutating func begin(_ record: Record) -> Action {
        var content = record.content
        guard let role: UInt16 = content.readInteger(), let flags: UInt8 = content.readInteger() else { return .close }
        var answer = ByteBuffer()
        guard phase == .idle || isAnswered else {
            if record.requestID == id { return .close }
            answer.write(endOf: record.requestID, .cannotMultiplex)
            return .send(answer)
        }
        // The peer has said that the one before was the last.
        guard keepsConnection else { return .none }
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
        isAnswered = false
        bodyBytes = 0
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
        parameterBytes.clear()
        phase = .body
        return .begin(pairs, id: id, keepsConnection: keepsConnection)
    }

    private mutating func receiveBody(_ content: ByteBuffer) -> Action {
        guard phase == .body else { return .close }
        guard content.readableBytes > 0 else {
            phase = isAnswered ? .idle : .answer
            return .endOfBody
        }
        guard !isAnswered else { return drain(content) }
        let isFirstTooMuch = bodyBytes <= limits.body
        bodyBytes += content.readableBytes
        guard bodyBytes > limits.body else { return .body(content) }
        // The responder is told once, and may answer before all has come.
        let action = drain(content)
        if case .close = action { return .close }
        return isFirstTooMuch ? .bodyTooLarge : .none
    }

    /// Passes bytes over, as long as there are not too many: some web servers write a whole body before they read.
    private mutating func drain(_ content: ByteBuffer) -> Action {
        drained += content.readableBytes
        return drained > limits.drain ? .close : .none
    }

    private mutating func abort() -> Action {
        guard !isAnswered else { return .none }
        guard phase == .parameters else { return .abort }
        // Nothing has begun that could be given up.
        phase = .idle
        var answer = ByteBuffer()
        answer.write(endOf: id, .requestComplete)
        return keepsConnection ? .send(answer) : .sendAndClose(answer)
    }
}
