/// One fault found in what an author or an operator gave us, with its place and what to do about it.
package struct Diagnostic: Sendable, Hashable {
    package enum Severity: String, Sendable, Codable {
        /// Nothing is published.
        case error
        /// Worth a look; the build goes on.
        case warning
    }

    package var severity: Severity
    /// A stable name for the kind of fault, such as `unknown-key`: what scripts match on.
    package var code: String
    package var location: SourceLocation
    /// What is wrong, in lower case and without a full stop.
    package var message: String
    /// What to do about it; nil where the message says it all.
    package var remedy: String?

    package init(
        _ severity: Severity = .error, _ code: String, at location: SourceLocation, _ message: String,
        remedy: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.location = location
        self.message = message
        self.remedy = remedy
    }
}
