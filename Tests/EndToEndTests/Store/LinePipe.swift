import Foundation
import Synchronization

/// A pipe that is read all the time, so that nobody who writes has to wait, and whose lines come in the order in which
/// they were written.
///
/// It is made of sockets: those can be kept from programs that another test starts at the same moment, and that would
/// hold an end open.
final class LinePipe: Sendable {
    struct Refused: Error {
        let code: Int32
    }

    let lines: AsyncStream<String>
    /// The end for writing, until it is closed.
    let writer: Int32
    private let isOpen = Mutex(true)

    init() throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Refused(code: errno) }
        let reader = ends[0]
        writer = ends[1]
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        self.lines = lines
        Thread.detachNewThread { Self.read(reader, continuation) }
    }

    deinit { close() }

    /// Adds a line of our own. All lines that come after it were written later.
    func write(_ line: String) throws {
        let bytes = Array("\(line)\n".utf8)
        let count = isOpen.withLock { $0 ? Foundation.write(writer, bytes, bytes.count) : -1 }
        guard count == bytes.count else { throw Refused(code: EPIPE) }
    }

    func close() {
        isOpen.withLock { isOpen in
            if isOpen { Foundation.close(writer) }
            isOpen = false
        }
    }

    private static func read(_ reader: Int32, _ lines: AsyncStream<String>.Continuation) {
        var rest: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Foundation.read(reader, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest += buffer[..<count]
            var pieces = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            rest = Array(pieces.removeLast())
            for piece in pieces { lines.yield(String(decoding: piece, as: UTF8.self)) }
        }
        lines.finish()
        Foundation.close(reader)
    }
}
