import Crypto
import Forms

/// Seals a file under way piece by piece, with the key of its draft.
///
/// Each piece is sealed with ChaCha20-Poly1305 (RFC 8439) under a key of the file's own. Its nonce counts the pieces and
/// marks the last one, so that none can be left out, moved or cut off (the STREAM construction: Hoang, Reyhanitabar,
/// Rogaway and Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015).
struct FileSeal {
    /// The length of a piece that is not the last, in bytes.
    static let piece = 64 << 10
    /// What sealing adds to a piece, in bytes.
    static let overhead = 16

    private let key: SymmetricKey
    private var count: UInt64 = 0

    init(_ id: EvidenceID, of draft: DraftKey) {
        key = draft.fileKey(id)
    }

    /// Seals the next piece.
    mutating func seal(_ piece: some Collection<UInt8>, isLast: Bool) throws -> [UInt8] {
        let box = try ChaChaPoly.seal(Array(piece), using: key, nonce: try nextNonce(isLast: isLast))
        return Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens the next piece.
    ///
    /// - Throws: Where it was changed, or is not the next.
    mutating func open(_ sealed: [UInt8], isLast: Bool) throws -> [UInt8] {
        guard sealed.count >= Self.overhead else { throw StoreFault(.corrupt, "a sealed file") }
        let box = try ChaChaPoly.SealedBox(
            nonce: try nextNonce(isLast: isLast), ciphertext: sealed.dropLast(Self.overhead),
            tag: sealed.suffix(Self.overhead))
        return Array(try ChaChaPoly.open(box, using: key))
    }

    private mutating func nextNonce(isLast: Bool) throws -> ChaChaPoly.Nonce {
        defer { count += 1 }
        let number = (0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
        return try ChaChaPoly.Nonce(data: number + [0, 0, 0, isLast ? 1 : 0])
    }
}
