import Crypto
import Forms
import FoundationEssentials

/// The key to a draft: 32 random bytes that only the citizen's cookie holds. What the store keeps is derived from it
/// (HKDF, RFC 5869) and does not lead back.
package struct DraftKey: Sendable, Hashable {
    static let length = 32

    private let bytes: [UInt8]

    /// Draws a new key.
    package init() {
        bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    }

    /// Reads the value of a cookie; nil where it is not one of ours.
    package init?(cookie: String) {
        let base64 = cookie.replacing("-", with: "+").replacing("_", with: "/")
        guard cookie.utf8.count == 43, let data = Data(base64Encoded: base64 + "="), data.count == Self.length else {
            return nil
        }
        bytes = Array(data)
        // Base 64 has other texts for the same bytes.
        guard self.cookie == cookie else { return nil }
    }

    /// The key as a cookie holds it: base 64 for URLs, without padding (RFC 4648, section 5).
    package var cookie: String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What the store calls the draft.
    var id: String { derive("draft id").withUnsafeBytes { $0.hexadecimal } }

    /// What seals the rows of the draft.
    var sealingKey: SymmetricKey { derive("draft seal") }

    /// What seals a file of the draft.
    func fileKey(_ file: EvidenceID) -> SymmetricKey { derive("draft file \(file)") }

    private func derive(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes), info: Array(purpose.utf8), outputByteCount: 32)
    }
}

extension DraftKey: CustomStringConvertible {
    /// Says nothing of the key, so that it cannot reach a log.
    package var description: String { "DraftKey" }
}
