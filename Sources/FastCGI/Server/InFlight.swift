import Synchronization

/// Counts the requests that are being answered, so that there are never too many, and so that a server that stops can
/// wait for them.
final class InFlight: Sendable {
    private struct State {
        var count = 0
        var isDraining = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Whether the server has stopped listening.
    var isDraining: Bool { state.withLock { $0.isDraining } }

    /// Counts one more request, unless there are that many.
    func begin(upTo limit: Int) -> Bool {
        state.withLock { state in
            guard state.count < limit else { return false }
            state.count += 1
            return true
        }
    }

    /// Counts one request less.
    func end() {
        let waiting = state.withLock { state in
            state.count -= 1
            guard state.count == 0 else { return nil as CheckedContinuation<Void, Never>? }
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    /// Returns when no request is being answered any more, or when the task is cancelled.
    func drained() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    state.isDraining = true
                    guard state.count > 0, !Task.isCancelled else { return true }
                    state.waiting = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            let waiting = state.withLock { state in
                defer { state.waiting = nil }
                return state.waiting
            }
            waiting?.resume()
        }
    }
}
