import Crypto
import Forms
import FoundationEssentials
import Glibc
import Synchronization

/// Who asks, as far as limits have to know it: a keyed hash of the network that a request comes from.
struct ClientKey: Hashable, Sendable {
    fileprivate let value: UInt64
}

/// Gives clients their keys. What makes them lives in memory for a day: no key can be traced back, nor be told again the
/// day after.
final class ClientKeys: Sendable {
    private struct Secret {
        var day: CalendarDate
        var key = SymmetricKey(size: .bits256)
    }

    private let secret = Mutex<Secret?>(nil)

    /// The key of an address; nil for what is none. Of IPv6 a household has all addresses that begin with the same 64
    /// bits, of IPv4 one (RFC 6177).
    func key(of address: String, on day: CalendarDate) -> ClientKey? {
        guard let network = Self.network(of: address) else { return nil }
        let key = secret.withLock { secret in
            if secret?.day != day { secret = Secret(day: day) }
            return secret?.key ?? SymmetricKey(size: .bits256)
        }
        let code = HMAC<SHA256>.authenticationCode(for: network, using: key)
        return ClientKey(value: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    private static func network(of address: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, address, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
        var six = in6_addr()
        guard inet_pton(AF_INET6, address, &six) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: six) { Array($0) }
        // An address of IPv4 in the clothes of IPv6 (RFC 4291, section 2.5.5.2).
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isMapped ? Array(bytes.suffix(4)) : Array(bytes.prefix(8))
    }
}
