import Crypto
import Forms
import FoundationEssentials

/// What tells that the same content was sent in one go a few minutes ago: a keyed digest (HMAC, RFC 2104) of the content
/// and the minute.
///
/// The minute is part of the digest, so that no time has to be stored that is finer than the hour. Whoever looks asks
/// for each of the minutes that count.
struct Fingerprint {
    /// How long the same content is the same report, in minutes.
    static let minutes = 10
    /// The length of what is stored, in bytes.
    private static let length = 16

    private let key: SymmetricKey
    /// SHA-256 of what judged it, the answers, what speaks for a machine, and the files.
    private let content: SHA256Digest

    init(of submission: Submission, answers: String, key: SymmetricKey) {
        self.key = key
        var hash = SHA256()
        let signals = submission.signals.map(\.rawValue).joined(separator: " ")
        for part in [submission.definition.digest, answers, signals] + submission.files.map(\.file.sha256) {
            hash.update(data: Array("\(part.utf8.count):\(part)".utf8))
        }
        content = hash.finalize()
    }

    /// The fingerprints of the minute that a time is in, which comes first, and of those before it that count.
    func recent(at time: Date) -> [Data] {
        let minute = time.seconds / 60
        return (0...Int64(Self.minutes)).map { at(minute: minute - $0) }
    }

    private func at(minute: Int64) -> Data {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(content) + Array("\(minute)".utf8), using: key)
        return Data(code.prefix(Self.length))
    }
}
