import NIOCore
import Synchronization

/// Whose turn it is on a connection, and since when. Only a peer whose turn it is can be silent for too long: one that
/// waits for its answer, or that is made to wait, may be silent for as long as that takes.
final class PeerTurn: Sendable {
    private struct State {
        var isPeers = true
        var since = NIODeadline.now()
        var alarm: Scheduled<Void>?
        var isOver = false
    }

    private let state = Mutex(State())

    /// Begins a turn: the peer's, or that of whoever answers it.
    ///
    /// - Parameter isPeers: Looked at in one step with the change, so that an answer that ends meanwhile is not missed.
    func begin(isPeers: () -> Bool) {
        state.withLock { state in
            state.isPeers = isPeers()
            state.since = .now()
        }
    }

    /// Closes a connection once the peer was silent for that long in its turn.
    func watch(_ channel: any Channel, for limit: TimeAmount) {
        let isSilent = state.withLock { state in
            guard !state.isOver else { return false }
            let left = state.isPeers ? state.since + limit - .now() : limit
            guard left > .zero else { return true }
            state.alarm = channel.eventLoop.scheduleTask(in: left) { self.watch(channel, for: limit) }
            return false
        }
        if isSilent { channel.close(promise: nil) }
    }

    /// Ends the watch.
    func end() {
        state.withLock { state in
            state.isOver = true
            state.alarm?.cancel()
            state.alarm = nil
        }
    }
}
