import Glibc
import NIOCore
import Synchronization

/// A body that is read from a descriptor, piece by piece, as far as its length says.
final class InputBody: Sendable {
    private let descriptor: Int32
    private let left: Mutex<Int>
    private let isTooLarge: Bool

    /// - Parameters:
    ///   - length: How long the body is, in bytes.
    ///   - limit: How long it may be.
    init(_ descriptor: Int32, length: Int, limit: Int) {
        self.descriptor = descriptor
        left = Mutex(max(0, length))
        isTooLarge = length > limit
    }

    /// The next piece; nil at the end.
    func next() throws(Body.Failure) -> ByteBuffer? {
        guard !isTooLarge else { throw .tooLarge }
        let wanted = min(left.withLock { $0 }, Record.contentLimit)
        guard wanted > 0 else { return nil }
        var bytes = ByteBuffer()
        let count = bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) { buffer in
            var count = read(descriptor, buffer.baseAddress, wanted)
            while count < 0, errno == EINTR { count = read(descriptor, buffer.baseAddress, wanted) }
            return max(0, count)
        }
        // A web server that closes before it has sent what it announced has lost its client.
        guard count > 0 else { throw .aborted }
        left.withLock { $0 -= count }
        return bytes
    }
}
