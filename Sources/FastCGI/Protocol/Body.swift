public import NIOCore

/// The body of a request, as it comes in. It can be read once. While nobody reads it, the peer is made to wait.
///
/// ```swift
/// for try await bytes in request.body { hash.update(bytes.readableBytesView) }
/// ```
public struct Body: AsyncSequence, Sendable {
    public typealias Element = ByteBuffer

    /// Why a body ends before it is complete.
    public enum Failure: Error, Hashable, Sendable {
        /// It is longer than the limit. The rest is thrown away.
        case tooLarge
        /// The peer has given the request up, or is gone.
        case aborted
    }

    enum Source {
        case pipe(BodyPipe)
        case whole([UInt8])
        case pulled(@Sendable () async throws(Failure) -> ByteBuffer?)
    }

    private let source: Source

    init(_ pipe: BodyPipe) {
        source = .pipe(pipe)
    }

    /// A body that is there already.
    public init(_ bytes: [UInt8]) {
        source = .whole(bytes)
    }

    /// A body that is made piece by piece.
    ///
    /// - Parameter pull: Gives the next piece; nil at the end.
    public init(pulling pull: @escaping @Sendable () async throws(Failure) -> ByteBuffer?) {
        source = .pulled(pull)
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: source) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        private var source: Source
        private var isDone = false

        init(source: Source) {
            self.source = source
        }

        /// - Throws: `Failure`.
        public mutating func next() async throws(Body.Failure) -> ByteBuffer? {
            switch source {
            case .pipe(let pipe): return try await pipe.next()
            case .pulled(let pull): return try await pull()
            case .whole(let bytes):
                guard !isDone, !bytes.isEmpty else { return nil }
                isDone = true
                return ByteBuffer(bytes: bytes)
            }
        }
    }

    /// Reads the whole body into memory.
    ///
    /// - Parameter limit: How many bytes at most.
    /// - Throws: `Failure`.
    public func collect(upTo limit: Int) async throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var iterator = makeAsyncIterator()
        while let chunk = try await iterator.next() {
            guard bytes.count + chunk.readableBytes <= limit else { throw .tooLarge }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        return bytes
    }
}
