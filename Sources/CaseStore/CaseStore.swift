package import Forms

/// Where reports become cases. What it has acknowledged is never lost.
///
/// Each force is a data controller of its own: nothing crosses from one to another. The protocol names no engine;
/// `SQLiteCaseStore` is the one that there is.
package protocol CaseStore: Sendable {
    /// Takes a submission in and makes a case of it. When this returns, the case is on disk.
    ///
    /// A submission from a draft that was taken in before gives the reference of that case: it counts once.
    ///
    /// - Throws: `StoreFault`, `.conflict` where the draft was taken in before with other answers, otherwise where the
    ///   case is not known to be on disk.
    func accept(_ submission: Submission, for force: ForceID) async throws -> Reference

    /// The case that was made from a draft; nil where none was.
    func reference(ofDraft draft: DraftKey, in force: ForceID) async throws -> Reference?

    /// Whether there is a case of that reference.
    func contains(_ reference: Reference, in force: ForceID) async throws -> Bool

    /// A definition that the store has met; nil where it never has.
    func definition(_ digest: String, in force: ForceID) async throws -> StoredDefinition?

    /// A draft and what it holds; nil where there is none, or it has expired, or the key does not open it.
    func draft(_ key: DraftKey, of form: FormID, in force: ForceID) async throws -> Draft?

    /// Keeps what was posted for one step, and the definition that judged it. The draft expires a day later.
    func save(
        _ entry: StepEntry, for step: StepID, in draft: DraftKey, judgedBy definition: StoredDefinition,
        force: ForceID
    ) async throws

    /// Deletes a draft.
    func delete(_ draft: DraftKey, in force: ForceID) async throws

    /// The forces that the store has cases of, in order.
    func forces() async throws -> [ForceID]

    /// The cases of a force, the newest first.
    func cases(in force: ForceID) async throws -> [CaseRecord]

    /// One case; nil where there is no such reference.
    func record(_ reference: Reference, in force: ForceID) async throws -> CaseRecord?
}
