import NIOCore
import Synchronization

/// Carries the body of one request from the connection, which reads records, to the responder, which wants bytes. It
/// holds a bounded number of bytes: while it is full the connection reads nothing, and the peer has to wait.
final class BodyPipe: Sendable {
    private struct State {
        var chunks: [ByteBuffer] = []
        var bytes = 0
        var isFinished = false
        /// Why no more will come.
        var failure: Body.Failure?
        /// Whether nobody reads any more.
        var isClosed = false
        var reader: CheckedContinuation<Void, Never>?
        var writer: CheckedContinuation<Void, Never>?
        var watcher: CheckedContinuation<Void, Never>?

        var canWrite: Bool { isClosed || failure != nil }
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// - Parameter capacity: How many bytes are held before a writer has to wait.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Takes bytes in, and returns when there is room for more. What comes after a failure, or when nobody reads, is
    /// thrown away.
    func write(_ bytes: ByteBuffer) async {
        let reader = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.isClosed, state.failure == nil else { return nil }
            state.chunks.append(bytes)
            state.bytes += bytes.readableBytes
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
        await wait(for: \.writer) { [capacity] in $0.bytes <= capacity || $0.canWrite }
    }

    /// Says that the body is complete.
    func finish() { change { $0.isFinished = true } }

    /// Says that the rest of the body will not come. What has come is thrown away.
    func fail(_ failure: Body.Failure) {
        change { state in
            guard state.failure == nil else { return }
            state.failure = failure
            state.chunks = []
            state.bytes = 0
        }
    }

    /// Says that nobody reads any more.
    func close() {
        change { state in
            state.isClosed = true
            state.chunks = []
            state.bytes = 0
        }
    }

    /// The next bytes; nil at the end.
    func next() async throws(Body.Failure) -> ByteBuffer? {
        await wait(for: \.reader) { !$0.chunks.isEmpty || $0.isFinished || $0.failure != nil }
        let (result, writer) = state.withLock { state in
            let writer = state.writer
            state.writer = nil
            if let failure = state.failure {
                return (Result<ByteBuffer?, Body.Failure>.failure(failure), writer)
            }
            guard !state.chunks.isEmpty else {
                // Neither bytes nor an end: whoever waited was cancelled.
                return (state.isFinished ? .success(nil) : .failure(.aborted), writer)
            }
            let chunk = state.chunks.removeFirst()
            state.bytes -= chunk.readableBytes
            return (.success(chunk), writer)
        }
        writer?.resume()
        return try result.get()
    }

    /// Returns when nothing more of the body can come, or when the task is cancelled.
    func untilOver() async {
        await wait(for: \.watcher) { $0.isFinished || $0.failure == .aborted }
    }

    /// Changes the state, and wakes whoever waits for it.
    private func change(_ body: (inout State) -> Void) {
        let waiting = state.withLock { state in
            body(&state)
            let waiting = [state.reader, state.writer, state.watcher]
            (state.reader, state.writer, state.watcher) = (nil, nil, nil)
            return waiting
        }
        for continuation in waiting { continuation?.resume() }
    }

    /// Waits until a condition holds or the task is cancelled. There is one waiter of each kind.
    private func wait(
        for slot: any (WritableKeyPath<State, CheckedContinuation<Void, Never>?> & Sendable),
        until condition: @escaping @Sendable (State) -> Bool
    ) async {
        while !Task.isCancelled {
            let isDone = state.withLock { condition($0) }
            if isDone { return }
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
                change { _ in }
            }
        }
    }
}
