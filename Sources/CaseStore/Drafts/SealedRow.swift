import Crypto
import Forms
import FoundationEssentials

/// A row of a draft, sealed with the draft's key (ChaCha20-Poly1305, RFC 8439). A row opens only as what it was: the
/// draft, the form and its place in them are part of the seal.
struct SealedRow<Value: Codable> {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Parameter place: Which row of the draft it is.
    init(_ value: Value, at place: String, form: FormID, with key: DraftKey) throws {
        let plain = try JSONEncoder().encode(value)
        let box = try ChaChaPoly.seal(
            plain, using: key.sealingKey, authenticating: Self.context(place, form: form, key: key))
        bytes = Array(box.combined)
    }

    /// - Throws: Where the row was changed, or is another's.
    func open(at place: String, form: FormID, with key: DraftKey) throws -> Value {
        let box = try ChaChaPoly.SealedBox(combined: bytes)
        let plain = try ChaChaPoly.open(
            box, using: key.sealingKey, authenticating: Self.context(place, form: form, key: key))
        return try JSONDecoder().decode(Value.self, from: plain)
    }

    private static func context(_ place: String, form: FormID, key: DraftKey) -> [UInt8] {
        Array("\(key.id)/\(form)/\(place)".utf8)
    }
}
