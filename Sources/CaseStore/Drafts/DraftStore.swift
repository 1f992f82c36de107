package import Forms

/// Where answers and files under way are kept, sealed with a key that only the citizen has.
package protocol DraftStore: Sendable {
    /// A draft and what it holds; nil where there is none, or it has expired, or the key does not open it.
    func draft(_ key: DraftKey, of form: FormID, in force: ForceID) async throws -> Draft?

    /// Begins a draft, or puts its expiry off as `save` does: for files that come before their step is without fault.
    func open(
        _ draft: DraftKey, judgedBy definition: StoredDefinition, for term: DraftTerm, force: ForceID
    ) async throws

    /// Keeps what was posted in one place, and the definition that judged it. The draft expires when its term is over,
    /// counted from now.
    func save(
        _ entry: StepEntry, for place: EntryPlace, in draft: DraftKey, judgedBy definition: StoredDefinition,
        for term: DraftTerm, force: ForceID
    ) async throws

    /// Keeps a file of a draft that has been opened. It goes when the draft does.
    ///
    /// - Parameter file: One that was received sealed with the same key.
    func keep(_ file: ReceivedFile, for question: EvidencePlace, in draft: DraftKey, force: ForceID) async throws

    /// Deletes one file of a draft.
    func remove(_ file: EvidenceID, from draft: DraftKey, in force: ForceID) async throws

    /// Deletes what was posted in one place, with its files: an item of a repeating group that is taken out.
    func remove(_ place: EntryPlace, from draft: Draft, in force: ForceID) async throws

    /// Deletes a draft and its files.
    func delete(_ draft: DraftKey, in force: ForceID) async throws

    /// Counts that somebody left a form by an exit: the page that it leads to, the step and the day, and nothing of who
    /// it was.
    func countExit(_ exit: ExitCount.Way, on day: CalendarDate, force: ForceID) async throws

    /// How often each exit was taken on each day.
    func exits(in force: ForceID) async throws -> [ExitCount]
}

/// How long a draft is kept at least after the last step that was saved. It goes at the next full hour, because the draft
/// of an anonymous form must not keep a time that is finer.
package enum DraftTerm: Int, Sendable {
    /// What the pages say.
    case day = 86_400
    /// That of a client that begins a great many.
    case hour = 3_600
}

extension DraftStore {
    package func open(_ draft: DraftKey, judgedBy definition: StoredDefinition, force: ForceID) async throws {
        try await open(draft, judgedBy: definition, for: .day, force: force)
    }

    package func save(
        _ entry: StepEntry, for place: EntryPlace, in draft: DraftKey, judgedBy definition: StoredDefinition,
        force: ForceID
    ) async throws {
        try await save(entry, for: place, in: draft, judgedBy: definition, for: .day, force: force)
    }
}
