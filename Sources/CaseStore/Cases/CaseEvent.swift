package import FoundationEssentials

/// Something that happened to a case. Events are only ever added.
package struct CaseEvent: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// The report came in.
        case received
        /// The same report came in once more.
        case repeated
        /// Somebody listed cases. It is an event of the force, and of no case.
        case listed
        /// Somebody read the case.
        case viewed
        /// Somebody took the case, or a file of it, out of the store.
        case exported
        /// The status was changed.
        case status
        /// Somebody wrote a note.
        case note
        /// The case was linked to another.
        case linked
        /// A legal hold was set or lifted.
        case retention
    }

    package let kind: Kind
    package let time: Date
    /// Who did it; nil for what the store did by itself.
    package let access: Access?
    /// The new status, the id of a file, the reference of another case, `held` or `released`.
    package let subject: String?
    /// A note, or the reason for a change.
    package let text: String?

    package init(
        _ kind: Kind, at time: Date, by access: Access? = nil, subject: String? = nil, text: String? = nil
    ) {
        self.kind = kind
        self.time = time
        self.access = access
        self.subject = subject
        self.text = text
    }
}
