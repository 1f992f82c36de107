import Glibc

/// A TCP port of this machine that nobody listens on: for programs that must be told one. Another program may take it
/// before they do.
enum FreePort {
    struct None: Error {
        let code: CInt
    }

    static func find() throws -> UInt16 {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw None(code: errno) }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { any in
                bind(descriptor, any, length) == 0 ? getsockname(descriptor, any, &length) : -1
            }
        }
        guard status == 0 else { throw None(code: errno) }
        return UInt16(bigEndian: address.sin_port)
    }
}
