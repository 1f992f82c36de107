import Synchronization

/// Whose turn it is on a connection, and since when. Only a peer whose turn it is can be silent for too long: one that
/// waits for its answer, or that is made to wait, may be silent for as long as that takes.
final class PeerTurn: Sendable {
    private let state = Mutex((isPeers: true, since: ContinuousClock.now))

    /// Begins a turn: the peer's, or that of whoever answers it.
    ///
    /// - Parameter isPeers: Looked at in one step with the change, so that an answer that ends meanwhile is not missed.
    func begin(isPeers: () -> Bool) {
        state.withLock { $0 = (isPeers(), .now) }
    }

    /// Returns when the peer was silent for that long in its turn, or when the task is cancelled.
    func untilSilent(for limit: Duration) async {
        while !Task.isCancelled {
            let (isPeers, since) = state.withLock { $0 }
            let left = isPeers ? limit - since.duration(to: .now) : limit
            guard left > .zero else { return }
            try? await Task.sleep(for: left)
        }
    }
}
