package import Forms
package import FoundationEssentials

/// Which cases are listed. What is nil is not asked for.
package struct CaseFilter: Sendable, Hashable {
    package var form: FormID?
    package var status: CaseRecord.Status?
    /// The time that a case must not have come in before.
    package var since: Date?
    /// Words that must all be in the narrative or the reference. The beginning of a word finds it too.
    package var text: String?

    package init(form: FormID? = nil, status: CaseRecord.Status? = nil, since: Date? = nil, text: String? = nil) {
        self.form = form
        self.status = status
        self.since = since
        self.text = text
    }
}
