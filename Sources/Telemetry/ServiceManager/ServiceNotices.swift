import Glibc

/// Tells systemd how a service is (sd_notify(3)), without its library: a datagram to the socket that it names.
package struct ServiceNotices: Sendable {
    package enum Notice: Sendable {
        case ready, stopping
        /// Another configuration is being loaded. `ready` follows.
        case reloading
        /// The service is still alive.
        case alive
    }

    private let socket: String
    /// How often systemd waits to hear that the service is alive, at most; nil where it does not.
    package let patience: Duration?

    /// Nil where nobody wants to know.
    ///
    /// - Parameter environment: That of the process, where systemd says it all.
    package init?(_ environment: [String: String], process: Int32 = getpid()) {
        guard let socket = environment["NOTIFY_SOCKET"], ["/", "@"].contains(socket.first) else { return nil }
        self.socket = socket
        let isMeant = environment["WATCHDOG_PID"].map { $0 == "\(process)" } ?? true
        let microseconds = environment["WATCHDOG_USEC"].flatMap { Int64($0) }
        patience = isMeant ? microseconds.flatMap { $0 > 0 ? .microseconds($0) : nil } : nil
    }

    /// Tells. It never waits, and what cannot be told is not.
    package func send(_ notice: Notice) {
        switch notice {
        case .ready: send("READY=1")
        case .stopping: send("STOPPING=1")
        case .alive: send("WATCHDOG=1")
        case .reloading:
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1_000)")
        }
    }

    private func send(_ text: String) {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // An abstract name begins with a null byte (unix(7)).
        let name = socket.utf8.enumerated().map { $0.offset == 0 && $0.element == UInt8(ascii: "@") ? 0 : $0.element }
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { any in
                sendto(
                    descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT), any, length
                )
            }
        }
    }
}
