import Synchronization

/// A request that is being answered: its body, and whether it has ended.
final class ActiveRequest: Sendable {
    let id: UInt16
    let keepsConnection: Bool
    let body: BodyPipe

    private struct State {
        var hasBegun = false
        var isEnded = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    init(id: UInt16, keepsConnection: Bool, body: BodyPipe) {
        self.id = id
        self.keepsConnection = keepsConnection
        self.body = body
    }

    var isEnded: Bool { state.withLock { $0.isEnded } }

    /// Whether something of the answer has been written.
    var hasBegun: Bool { state.withLock { $0.hasBegun } }

    /// Says that the answer begins to be written.
    func begin() { state.withLock { $0.hasBegun = true } }

    /// Says that the answer is complete. It is said before the last record is written: a peer that has read that may
    /// begin the next request.
    func end() {
        let waiting = state.withLock { state in
            state.isEnded = true
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    /// Returns when the request has ended.
    func ended() async {
        await withCheckedContinuation { continuation in
            let isEnded = state.withLock { state in
                if !state.isEnded { state.waiting = continuation }
                return state.isEnded
            }
            if isEnded { continuation.resume() }
        }
    }
}
