import Foundation

/// Where a server listens, for a client that writes bytes and reads until the server closes.
package enum PeerAddress: Sendable {
    case unix(String)
    case loopback(port: UInt16)

    package struct Failure: Error {
        package let action: String
        package let code: Int32
    }

    /// Opens a connection. The caller closes it.
    private func connect() throws -> Int32 {
        let isUnix = if case .unix = self { true } else { false }
        let descriptor = socket(isUnix ? AF_UNIX : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(action: "socket", code: errno) }
        // No test waits so long, unless what it tests hangs.
        var timeout = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let result: Int32
        switch self {
        case .unix(let path):
            result = Self.with(path: path) { Foundation.connect(descriptor, $0, $1) }
        case .loopback(let port):
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
        guard result == 0 else {
            let code = errno
            close(descriptor)
            throw Failure(action: "connect", code: code)
        }
        return descriptor
    }

    /// Binds a socket to a path, as a process does that is killed before it can clean up.
    package static func bind(_ descriptor: Int32, to path: String) -> Int32 {
        with(path: path) { Foundation.bind(descriptor, $0, $1) }
    }

    /// A socket that listens on a path, as a process has it that starts another with it.
    ///
    /// - Parameter queue: How many connections may wait to be taken.
    package static func listeningSocket(at path: String, queue: Int32 = 16) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0, bind(descriptor, to: path) == 0, listen(descriptor, queue) == 0 else {
            throw Failure(action: "listen", code: errno)
        }
        return descriptor
    }

    private static func with(path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    /// Sends bytes and reads all that comes back until the peer closes. It waits on a thread of its own: those of
    /// Swift's pool belong to the server that is tested.
    ///
    /// - Parameters:
    ///   - pause: How long to wait after each chunk, in microseconds.
    ///   - needsAllSent: Whether it is an error if the peer closes before it has taken everything.
    ///   - end: What is enough to have read; nil to read until the peer closes.
    package func exchange(
        _ bytes: [UInt8], chunk: Int = 1 << 16, pause: UInt32 = 0, endsSending: Bool = false,
        needsAllSent: Bool = false,
        until end: String? = nil
    ) async throws -> [UInt8] {
        try await onThread {
            let descriptor = try connect()
            defer { close(descriptor) }
            let isSent = Self.sendAll(bytes, chunk: chunk, pause: pause, to: descriptor)
            guard isSent || !needsAllSent else { throw POSIXError(.EPIPE) }
            if endsSending { shutdown(descriptor, Int32(SHUT_WR)) }
            return try Self.readAll(descriptor, until: end.map { Array($0.utf8) })
        }
    }

    private static func sendAll(_ bytes: [UInt8], chunk: Int, pause: UInt32, to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.prefix(chunk).withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
            if pause > 0 { usleep(pause) }
        }
        return true
    }

    private static func readAll(_ descriptor: Int32, until end: [UInt8]?) throws -> [UInt8] {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EAGAIN { throw Failure(action: "wait", code: EAGAIN) }
            guard count > 0 else { return received }
            received += buffer[..<count]
            if let end, received.firstRange(of: end) != nil { return received }
        }
    }
}

extension PeerAddress {
    /// Whether somebody takes connections here.
    package var isListening: Bool {
        guard let descriptor = try? connect() else { return false }
        close(descriptor)
        return true
    }
}
