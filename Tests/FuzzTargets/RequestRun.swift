import NIOCore

@testable import FastCGI

/// Puts requests together as a connection does, and ends the process where an action makes no sense.
struct RequestRun {
    /// So low that a short input can reach each of them.
    private static let limits = {
        var limits = Limits()
        limits.parameters = 256
        limits.body = 128
        limits.drain = 512
        return limits
    }()

    private var assembly = RequestAssembly(limits: Self.limits)
    private let answersEarly: Bool
    private var hasBegun = false
    /// Whether the present request has been answered.
    private var hasEnded = false
    private var isBodyOver = false
    private var bodyBytes = 0

    init(answersEarly: Bool) {
        self.answersEarly = answersEarly
    }

    /// Takes the next record of the connection.
    ///
    /// - Returns: Whether the connection stays open.
    mutating func take(_ record: Record) -> Bool {
        if hasEnded { assembly.endRequest() }
        switch assembly.receive(record) {
        case .none: break
        case .send(let bytes): Self.check(bytes)
        case .sendAndClose(let bytes):
            Self.check(bytes)
            return false
        case .begin(let parameters, let id, _):
            precondition(id == record.requestID, "a request begins with the record of another")
            begin(parameters)
        case .body(let bytes):
            precondition(hasBegun && !hasEnded && !isBodyOver, "a body without a request that waits for it")
            precondition(bytes.readableBytes > 0, "an empty piece of a body")
            bodyBytes += bytes.readableBytes
            precondition(bodyBytes <= Self.limits.body, "more of a body than the limit")
        case .bodyTooLarge:
            precondition(hasBegun && !hasEnded && !isBodyOver, "a body without a request that waits for it")
        case .endOfBody:
            precondition(hasBegun && !isBodyOver, "the end of a body that has not begun")
            isBodyOver = true
            hasEnded = true
        case .abort:
            precondition(hasBegun && !hasEnded, "a request that has ended is given up")
            hasEnded = true
        case .close: return false
        }
        return true
    }

    private mutating func begin(_ parameters: [(name: String, value: String)]) {
        precondition(!hasBegun || hasEnded, "a request begins while another is under way")
        precondition(parameters.count * 2 <= Self.limits.parameters, "more parameters than the limit holds")
        let length = parameters.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        // A byte that is not UTF-8 is repaired to three.
        precondition(length <= 3 * Self.limits.parameters, "longer parameters than the limit")
        hasBegun = true
        hasEnded = answersEarly
        isBodyOver = false
        bodyBytes = 0
    }

    private static func check(_ answer: ByteBuffer) {
        let sent = RecordStream([Array(answer.readableBytesView)[...]])
        precondition(sent.records.count == 1 && sent.refusal == nil && sent.rest == 0, "an answer is no record")
    }
}
