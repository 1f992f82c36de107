import ContentLoader

/// Half of a SHA-256 digest: enough to tell any two versions of a file apart.
struct Fingerprint: Sendable, Hashable {
    private let high: UInt64
    private let low: UInt64

    /// The fingerprint of something that is made from this and something else. Digests are random to each other, so
    /// that no two different pairs come to the same.
    func combined(with other: Fingerprint?) -> Fingerprint {
        guard let other else { return self }
        // Turned first, so that two equal digests do not cancel each other out.
        return Fingerprint(
            high: high ^ (other.high << 21 | other.high >> 43), low: low ^ (other.low << 21 | other.low >> 43))
    }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// How many digits the text of a fingerprint has.
    static let digitCount = 32

    /// Writes the fingerprint in hexadecimal.
    func write(into output: inout [UInt8]) {
        for half in [high, low] {
            for shift in stride(from: 60, through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: half >> shift) & 15
                output.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }

    /// Reads what `write(into:)` wrote. Nil for anything else.
    init?(hexadecimal digits: ArraySlice<UInt8>) {
        guard digits.count == Self.digitCount else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for (index, digit) in digits.enumerated() {
            let value: UInt8
            switch digit {
            case 0x30...0x39: value = digit - 0x30
            case 0x61...0x66: value = digit - 0x57
            default: return nil
            }
            if index < 16 { halves.0 = halves.0 << 4 | UInt64(value) } else { halves.1 = halves.1 << 4 | UInt64(value) }
        }
        (high, low) = halves
    }
}

extension Digest {
    var fingerprint: Fingerprint { Fingerprint(self) }
}

extension Fingerprint {
    fileprivate init(_ digest: Digest) {
        self.init(
            high: digest.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            low: digest.bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
