import Crypto
import Forms
import FoundationEssentials

/// A row of a draft: what was posted for one step, sealed with the draft's key (ChaCha20-Poly1305, RFC 8439). A row
/// opens only as what it was: the form, the step and the draft are part of the seal.
struct SealedEntry {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ entry: StepEntry, of step: StepID, form: FormID, with key: DraftKey) throws {
        let plain = try JSONEncoder().encode(entry)
        let box = try ChaChaPoly.seal(
            plain, using: key.sealingKey, authenticating: Self.context(step: step, form: form, key: key))
        bytes = Array(box.combined)
    }

    /// - Throws: Where the row was changed, or is another's.
    func open(as step: StepID, form: FormID, with key: DraftKey) throws -> StepEntry {
        let box = try ChaChaPoly.SealedBox(combined: bytes)
        let plain = try ChaChaPoly.open(
            box, using: key.sealingKey, authenticating: Self.context(step: step, form: form, key: key))
        return try JSONDecoder().decode(StepEntry.self, from: plain)
    }

    private static func context(step: StepID, form: FormID, key: DraftKey) -> [UInt8] {
        Array("\(key.id)/\(form)/\(step)".utf8)
    }
}
