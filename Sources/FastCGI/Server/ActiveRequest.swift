import NIOCore

/// A request that is being answered. It is used on the event loop of its connection only.
final class ActiveRequest {
    /// Why the answer of the responder is not wanted any more.
    enum Refusal {
        /// The peer has given the request up, or is gone.
        case aborted
        /// It has taken longer than it may.
        case overdue
        /// As many requests are answered as may be at once.
        case overloaded
    }

    let id: UInt16
    let keepsConnection: Bool
    let body: BodyPipe
    var task: Task<Void, Never>?
    var deadline: Scheduled<Void>?
    private(set) var refusal: Refusal?
    /// Whether something of the answer has been written.
    var hasBegun = false

    init(id: UInt16, keepsConnection: Bool, body: BodyPipe) {
        self.id = id
        self.keepsConnection = keepsConnection
        self.body = body
    }

    /// Cancels the responder. The request ends when that has ended.
    func refuse(_ reason: Refusal) {
        guard refusal == nil else { return }
        refusal = reason
        body.fail(.aborted)
        task?.cancel()
    }
}
