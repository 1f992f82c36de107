/// What a citizen is told where a request cannot be served. The raw value is the key of its words below `problems`.
package enum Problem: String, Error, Sendable, Hashable, CaseIterable {
    case badRequest = "bad-request"
    case forbidden = "forbidden"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case tooLarge = "too-large"
    case misdirected = "misdirected"
    /// The form changed while it was being filled in.
    case changed = "changed"
    /// The draft is a report already, with other answers.
    case alreadySent = "already-sent"
    /// The browser has the key of a draft that is gone.
    case expired = "expired"
    /// The store did not confirm that the report was saved.
    case notSaved = "not-saved"
    /// The same client has asked for too much in a short time. The build makes this page a file.
    case tooMany = "too-many"
    /// The web server cannot reach the intake. The build makes this page a file.
    case unavailable = "unavailable"
    case internalError = "internal"

    /// The status code of HTTP (RFC 9110, section 15).
    package var status: Int {
        switch self {
        case .badRequest: 400
        case .forbidden: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .alreadySent, .expired: 409
        case .tooLarge: 413
        case .misdirected: 421
        case .changed: 422
        case .tooMany: 429
        case .notSaved, .unavailable: 503
        case .internalError: 500
        }
    }
}
