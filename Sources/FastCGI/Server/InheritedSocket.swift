import Glibc

/// Sockets that a process is given when it is started.
public enum InheritedSocket {
    /// The first descriptor that systemd hands over (sd_listen_fds(3)).
    private static let firstOfSystemd: Int32 = 3

    /// The socket that systemd listens on for this process; nil where there is none.
    public static func fromSystemd(_ environment: [String: String]) -> Address? {
        guard environment["LISTEN_PID"].flatMap({ Int32($0) }) == getpid(),
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), count > 0,
            isListening(firstOfSystemd)
        else { return nil }
        return .descriptor(firstOfSystemd)
    }

    /// Standard input, where that is a socket that listens (FastCGI 1.0, section 2.2): what spawn-fcgi gives.
    public static func onStandardInput() -> Address? {
        isListening(STDIN_FILENO) ? .descriptor(STDIN_FILENO) : nil
    }

    /// Whether a descriptor is a socket that takes connections.
    private static func isListening(_ descriptor: Int32) -> Bool {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &value, &size) == 0 && value == 1
    }
}
