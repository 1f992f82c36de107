import Synchronization

/// A request that is being answered: its body, how it came to its end, and whether that has been written.
final class ActiveRequest: Sendable {
    /// How a request came to its end.
    enum Ending: Sendable {
        case answered
        /// The peer has given the request up, or is gone.
        case aborted
        /// It has taken longer than it may.
        case overdue
        /// The answer could not be written to its end.
        case failed
    }

    let id: UInt16
    let keepsConnection: Bool
    let body: BodyPipe

    private struct State {
        var ending: Ending?
        var hasBegun = false
        var isEnded = false
        /// Who waits until it is settled how the request ends: its own task.
        var settler: CheckedContinuation<Void, Never>?
        /// Who waits until the end is written: the loop that reads.
        var reader: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    init(id: UInt16, keepsConnection: Bool, body: BodyPipe) {
        self.id = id
        self.keepsConnection = keepsConnection
        self.body = body
    }

    /// Says how the request comes to its end. The first who says it counts.
    func settle(_ ending: Ending) {
        let settler = state.withLock { state in
            if state.ending == nil { state.ending = ending }
            defer { state.settler = nil }
            return state.settler
        }
        settler?.resume()
    }

    /// Says that the rest of the request will not come.
    func abort() {
        body.fail(.aborted)
        settle(.aborted)
    }

    /// How the request ends, when that is settled. A task that is cancelled gives the request up.
    func settled() async -> Ending {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isSettled = state.withLock { state in
                    if state.ending == nil { state.settler = continuation }
                    return state.ending != nil
                }
                if isSettled { continuation.resume() }
            }
        } onCancel: {
            abort()
        }
        return state.withLock { $0.ending } ?? .aborted
    }

    var isSettled: Bool { state.withLock { $0.ending != nil } }

    /// Whether something of the answer has been written.
    var hasBegun: Bool { state.withLock { $0.hasBegun } }

    /// Says that the answer begins to be written.
    func begin() { state.withLock { $0.hasBegun = true } }

    var isEnded: Bool { state.withLock { $0.isEnded } }

    /// Says that the answer is complete. It is said before the last record is written: a peer that has read that may
    /// begin the next request.
    func end() {
        let reader = state.withLock { state in
            state.isEnded = true
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }

    /// Returns when the request has ended.
    func ended() async {
        await withCheckedContinuation { continuation in
            let isEnded = state.withLock { state in
                if !state.isEnded { state.reader = continuation }
                return state.isEnded
            }
            if isEnded { continuation.resume() }
        }
    }
}
