/// A file of a web root, made only where it has to be.
struct SiteFile: Sendable {
    /// The path below the web root.
    let path: String
    /// Equal fingerprints mean equal bytes: a digest of everything that the bytes are made from.
    let fingerprint: Fingerprint
    let make: @Sendable () -> [UInt8]
}

/// The first 16 bytes of a SHA-256 digest: enough to tell two versions of a file apart.
struct Fingerprint: Sendable, Hashable {
    let high: UInt64
    let low: UInt64

    /// - Parameter digest: At least 16 bytes.
    init(_ digest: [UInt8]) {
        high = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = digest.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    var bytes: [UInt8] {
        [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * $0)) } }
    }
}
