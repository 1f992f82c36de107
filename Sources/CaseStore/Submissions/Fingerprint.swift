import Crypto
import Forms
import FoundationEssentials

/// What tells that the same content was sent in one go a few minutes ago: a keyed digest (HMAC, RFC 2104) of the content,
/// hashed with the minute.
///
/// The minute is part of the digest, so that no time has to be stored that is finer than the hour. Whoever looks asks
/// for each of the minutes that count.
struct Fingerprint {
    /// How long the same content is the same report, in minutes.
    static let minutes = 10
    /// The length of what is stored, in bytes.
    private static let length = 16

    /// The keyed digest of what judged it, the answers, what speaks for a machine, and the files.
    private let content: [UInt8]

    init(of submission: Submission, answers: String, key: SymmetricKey) {
        var code = HMAC<SHA256>(key: key)
        let signals = submission.signals.map(\.rawValue).joined(separator: " ")
        for part in [submission.definition.digest, answers, signals] + submission.files.map(\.file.sha256) {
            code.update(data: Data("\(part.utf8.count):\(part)".utf8))
        }
        content = Array(code.finalize())
    }

    /// The fingerprints of the minute that a time is in, which comes first, and of those before it that count.
    func recent(at time: Date) -> [Data] {
        let minute = time.seconds / 60
        return (0...Int64(Self.minutes)).map { at(minute: minute - $0) }
    }

    private func at(minute: Int64) -> Data {
        var hash = SHA256()
        (content + "\(minute)".utf8).withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hash.finalize().withUnsafeBytes { Data($0.prefix(Self.length)) }
    }
}
