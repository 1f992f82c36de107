package import Forms

/// Where reports come in.
package protocol SubmissionStore: Sendable {
    /// Takes a submission in and makes a case of it. When this returns, the case and its files are on disk.
    ///
    /// What was taken in before counts once, and gives the reference of the first case: a draft that is sent again,
    /// and the same content of a form without a draft within ten minutes. The case gets a `repeated` event.
    ///
    /// - Throws: `StoreFault`, `.conflict` where the draft was taken in before with other content, otherwise where the
    ///   case is not known to be on disk.
    func accept(_ submission: Submission, for force: ForceID) async throws -> Reference

    /// The case that was made from a draft; nil where none was.
    func reference(ofDraft draft: DraftKey, in force: ForceID) async throws -> Reference?

    /// Whether there is a case of that reference.
    func contains(_ reference: Reference, in force: ForceID) async throws -> Bool

    /// A definition that the store has met; nil where it never has.
    func definition(_ digest: String, in force: ForceID) async throws -> StoredDefinition?
}
