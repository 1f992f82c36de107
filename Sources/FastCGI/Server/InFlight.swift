import Synchronization

/// Counts the requests that are being answered, so that a server that stops can wait for them.
final class InFlight: Sendable {
    private struct State {
        var count = 0
        var isDraining = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Whether the server has stopped listening.
    var isDraining: Bool { state.withLock { $0.isDraining } }

    func run(_ body: () async throws -> Void) async rethrows {
        state.withLock { $0.count += 1 }
        defer {
            let waiting = state.withLock { state in
                state.count -= 1
                guard state.count == 0, let waiting = state.waiting else {
                    return nil as CheckedContinuation<Void, Never>?
                }
                state.waiting = nil
                return waiting
            }
            waiting?.resume()
        }
        try await body()
    }

    /// Returns when no request is being answered any more.
    func drained() async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                state.isDraining = true
                if state.count > 0 { state.waiting = continuation }
                return state.count == 0
            }
            if isDone { continuation.resume() }
        }
    }
}
