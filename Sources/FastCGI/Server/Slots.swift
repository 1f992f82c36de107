import Synchronization

/// Places for what may go on at the same time, so that there is never too much of it, and so that a server that stops
/// can wait for the rest.
package final class Slots: Sendable {
    private struct State {
        var taken = 0
        var isClosed = false
        /// Who waits for a free place: the one loop that accepts connections.
        var taker: CheckedContinuation<Void, Never>?
        /// Who waits until all are free: the one that stops the server.
        var stopper: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    private let count: Int

    package init(_ count: Int) {
        self.count = count
    }

    /// Whether the server has begun to stop.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Takes a place if one is free.
    package func tryTake() -> Bool {
        state.withLock { state in
            guard state.taken < count else { return false }
            state.taken += 1
            return true
        }
    }

    /// Takes a place, and waits for one if none is free.
    ///
    /// - Returns: False where the slots were closed or the task was cancelled first.
    func take() async -> Bool {
        while !Task.isCancelled, !isClosed {
            if tryTake() { return true }
            await wait(in: \.taker) { [count] in $0.taken < count || $0.isClosed }
        }
        return false
    }

    /// Gives a place back.
    package func give() {
        wake { $0.taken -= 1 }
    }

    /// Says that the server stops: nobody waits for a place any more.
    func close() {
        wake { $0.isClosed = true }
    }

    /// Closes, and returns when all places are free or the task is cancelled.
    func closed() async {
        close()
        while !Task.isCancelled, state.withLock({ $0.taken > 0 }) {
            await wait(in: \.stopper) { $0.taken == 0 }
        }
    }

    private func wake(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { (state.taker, state.stopper) = (nil, nil) }
            return [state.taker, state.stopper]
        }
        for continuation in waiting { continuation?.resume() }
    }

    /// Waits until something has changed, unless a condition holds or the task is cancelled.
    private func wait(
        in slot: any (WritableKeyPath<State, CheckedContinuation<Void, Never>?> & Sendable),
        unless condition: @escaping @Sendable (State) -> Bool
    ) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if condition(state) || Task.isCancelled { return true }
                    state[keyPath: slot] = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            wake { _ in }
        }
    }
}
