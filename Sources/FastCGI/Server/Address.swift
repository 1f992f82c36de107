import NIOCore

/// Where a responder listens.
public enum Address: Sendable, Hashable {
    /// A unix socket, written `unix:PATH`.
    case unix(path: String)
    /// A TCP socket, written `HOST:PORT`; port 0 takes a free one.
    case tcp(host: String, port: Int)
    /// A socket that listens already and that the process was given, written `fd:NUMBER`.
    case descriptor(Int32)

    /// Reads an address. Nil where it is neither `unix:PATH` nor `HOST:PORT` nor `fd:NUMBER`.
    public init?(_ text: String) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst("unix:".count))
            guard !path.isEmpty else { return nil }
            self = .unix(path: path)
            return
        }
        if text.hasPrefix("fd:") {
            guard let number = Int32(text.dropFirst("fd:".count)), number >= 0 else { return nil }
            self = .descriptor(number)
            return
        }
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port), colon != text.startIndex
        else { return nil }
        let host = text[..<colon].filter { $0 != "[" && $0 != "]" }
        self = .tcp(host: host, port: port)
    }

    /// Whether only this machine can connect. Of a socket that was given, whoever opened it has decided that.
    public var isLocal: Bool {
        switch self {
        case .unix, .descriptor: true
        case .tcp(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
        }
    }

    init?(_ address: SocketAddress) {
        if let path = address.pathname, !path.isEmpty {
            self = .unix(path: path)
        } else if let host = address.ipAddress, let port = address.port {
            self = .tcp(host: host, port: port)
        } else {
            return nil
        }
    }
}

extension Address: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unix(let path): "unix:\(path)"
        case .descriptor(let number): "fd:\(number)"
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }
}
