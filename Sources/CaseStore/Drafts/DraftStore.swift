package import Forms

/// Where answers and files under way are kept, sealed with a key that only the citizen has.
package protocol DraftStore: Sendable {
    /// A draft and what it holds; nil where there is none, or it has expired, or the key does not open it.
    func draft(_ key: DraftKey, of form: FormID, in force: ForceID) async throws -> Draft?

    /// Keeps what was posted for one step, and the definition that judged it. The draft expires a day later.
    func save(
        _ entry: StepEntry, for step: StepID, in draft: DraftKey, judgedBy definition: StoredDefinition,
        force: ForceID
    ) async throws

    /// Keeps a file of a draft that has at least one step saved. It goes when the draft does.
    ///
    /// - Parameter file: One that was received sealed with the same key.
    func keep(_ file: ReceivedFile, for question: EvidencePlace, in draft: DraftKey, force: ForceID) async throws

    /// Deletes one file of a draft.
    func remove(_ file: EvidenceID, from draft: DraftKey, in force: ForceID) async throws

    /// Deletes a draft and its files.
    func delete(_ draft: DraftKey, in force: ForceID) async throws
}
