import Glibc

/// A TCP port of this machine that nobody listens on: for programs that must be told one. It lies below those that the
/// system gives to connections, so that none of them takes it meanwhile.
enum FreePort {
    private static let range: ClosedRange<UInt16> = 20_000...30_000

    struct None: Error {}

    static func find() throws -> UInt16 {
        for _ in 0..<100 {
            let port = UInt16.random(in: range)
            if isFree(port) { return port }
        }
        throw None()
    }

    private static func isFree(_ port: UInt16) -> Bool {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { any in
                bind(descriptor, any, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
