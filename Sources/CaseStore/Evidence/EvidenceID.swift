import Crypto
import Forms

/// The name of a file in the store: 128 random bits in hexadecimal. It tells nothing of the file or its case.
package struct EvidenceID: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    /// Draws a new id.
    package init() {
        rawValue = SymmetricKey(size: .bits128).withUnsafeBytes { $0.hexadecimal }
    }

    /// Nil where the text is no id.
    package init?(rawValue: String) {
        let digits = rawValue.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard rawValue.utf8.count == 32, digits else { return nil }
        self.rawValue = rawValue
    }
}

extension EvidenceID: CustomStringConvertible {
    package var description: String { rawValue }
}
