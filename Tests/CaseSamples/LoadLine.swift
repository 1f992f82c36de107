import CaseStore
package import Forms

/// A line that `caseload` prints.
package enum LoadLine: Sendable, Hashable {
    /// It begins to send a sample.
    case tried(LoadAttempt)
    /// The store has acknowledged the sample. One that is sent more than once is acknowledged more than once.
    case acknowledged(LoadAttempt, Reference)
    /// The store has not acknowledged the sample. The code is that of a `StoreFault`.
    case refused(number: Int, force: ForceID, code: String)

    package init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch words.first {
        case "TRY" where words.count == 4:
            guard let attempt = LoadAttempt(words[1], words[2], words[3]) else { return nil }
            self = .tried(attempt)
        case "ACK" where words.count == 5:
            guard let attempt = LoadAttempt(words[1], words[2], words[4]), let reference = Reference(words[3]) else {
                return nil
            }
            self = .acknowledged(attempt, reference)
        case "NAK" where words.count == 4:
            guard let number = Int(words[1]), let force = ForceID(rawValue: words[2]) else { return nil }
            self = .refused(number: number, force: force, code: words[3])
        default: return nil
        }
    }

    /// The line without its end.
    package var text: String {
        switch self {
        case .tried(let attempt): "TRY \(attempt.number) \(attempt.force) \(attempt.key.cookie)"
        case .acknowledged(let attempt, let reference):
            "ACK \(attempt.number) \(attempt.force) \(reference) \(attempt.key.cookie)"
        case .refused(let number, let force, let code): "NAK \(number) \(force) \(code)"
        }
    }
}
