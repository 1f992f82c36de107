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
        /// Tells whoever writes that there is room again.
        var whenRoom: (@Sendable () -> Void)?
        var reader: CheckedContinuation<Void, Never>?

        /// Whether there is something to give to a reader: bytes, an end or a failure.
        var canRead: Bool { !chunks.isEmpty || isFinished || failure != nil }

        init(whenRoom: (@Sendable () -> Void)?) {
            self.whenRoom = whenRoom
        }
    }

    private let state: Mutex<State>
    private let capacity: Int

    /// - Parameters:
    ///   - capacity: How many bytes are held before a writer has to wait.
    ///   - whenRoom: Called when the pipe was full and is not any more.
    init(capacity: Int, whenRoom: (@Sendable () -> Void)? = nil) {
        self.capacity = capacity
        state = Mutex(State(whenRoom: whenRoom))
    }

    /// Whether a writer has to wait.
    var isFull: Bool { state.withLock { $0.bytes > capacity } }

    /// Takes bytes in. What comes after a failure, or when nobody reads, is thrown away.
    func write(_ bytes: ByteBuffer) {
        change { state in
            guard !state.isClosed, state.failure == nil else { return }
            state.chunks.append(bytes)
            state.bytes += bytes.readableBytes
        }
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
            state.whenRoom = nil
        }
    }

    /// The next bytes; nil at the end.
    func next() async throws(Body.Failure) -> ByteBuffer? {
        while !Task.isCancelled, state.withLock({ !$0.canRead }) { await wait() }
        let (result, whenRoom) = state.withLock {
            state -> (Result<ByteBuffer?, Body.Failure>, (@Sendable () -> Void)?) in
            if let failure = state.failure { return (.failure(failure), nil) }
            guard !state.chunks.isEmpty else {
                // Neither bytes nor an end: whoever waited was cancelled.
                return (state.isFinished ? .success(nil) : .failure(.aborted), nil)
            }
            let wasFull = state.bytes > capacity
            let chunk = state.chunks.removeFirst()
            state.bytes -= chunk.readableBytes
            return (.success(chunk), wasFull && state.bytes <= capacity ? state.whenRoom : nil)
        }
        whenRoom?()
        return try result.get()
    }

    /// Changes the state, and wakes whoever waits for that.
    private func change(_ body: (inout State) -> Void) {
        let reader = state.withLock { state in
            body(&state)
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }

    /// Waits until something has changed or the task is cancelled.
    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if state.canRead || Task.isCancelled { return true }
                    state.reader = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            change { _ in }
        }
    }
}
