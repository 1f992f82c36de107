import CaseStore
import Forms
import Synchronization

/// A real store at its worst moment.
final class LosingStore: SubmissionStore, DraftStore {
    private let store: SQLiteCaseStore
    private let losses: Mutex<Int>
    private let hidesSent: Bool

    /// - Parameters:
    ///   - losses: How many acknowledgements are lost: the case is on disk, and the intake is told that it failed.
    ///   - hidesSent: Whether it is not seen yet that a draft was sent, as where somebody else sends it at that moment.
    init(_ store: SQLiteCaseStore, losses: Int = 0, hidesSent: Bool = false) {
        self.store = store
        self.losses = Mutex(losses)
        self.hidesSent = hidesSent
    }

    func accept(_ submission: Submission, for force: ForceID) async throws -> Reference {
        let reference = try await store.accept(submission, for: force)
        let isLost = losses.withLock { losses in
            defer { losses -= 1 }
            return losses > 0
        }
        if isLost { throw StoreFault(.unavailable, "the acknowledgement was lost") }
        return reference
    }

    func reference(ofDraft draft: DraftKey, in force: ForceID) async throws -> Reference? {
        hidesSent ? nil : try await store.reference(ofDraft: draft, in: force)
    }

    func contains(_ reference: Reference, in force: ForceID) async throws -> Bool {
        try await store.contains(reference, in: force)
    }

    func definition(_ digest: String, in force: ForceID) async throws -> StoredDefinition? {
        try await store.definition(digest, in: force)
    }

    func draft(_ key: DraftKey, of form: FormID, in force: ForceID) async throws -> Draft? {
        try await store.draft(key, of: form, in: force)
    }

    func save(
        _ entry: StepEntry, for place: EntryPlace, in draft: DraftKey, judgedBy definition: StoredDefinition,
        for term: DraftTerm, force: ForceID
    ) async throws {
        try await store.save(entry, for: place, in: draft, judgedBy: definition, for: term, force: force)
    }

    func open(
        _ draft: DraftKey, judgedBy definition: StoredDefinition, for term: DraftTerm, force: ForceID
    ) async throws {
        try await store.open(draft, judgedBy: definition, for: term, force: force)
    }

    func remove(_ place: EntryPlace, from draft: Draft, in force: ForceID) async throws {
        try await store.remove(place, from: draft, in: force)
    }

    func countExit(_ exit: ExitCount.Way, on day: CalendarDate, force: ForceID) async throws {
        try await store.countExit(exit, on: day, force: force)
    }

    func exits(in force: ForceID) async throws -> [ExitCount] { try await store.exits(in: force) }

    func delete(_ draft: DraftKey, in force: ForceID) async throws { try await store.delete(draft, in: force) }

    func keep(_ file: ReceivedFile, for place: EvidencePlace, in draft: DraftKey, force: ForceID) async throws {
        try await store.keep(file, for: place, in: draft, force: force)
    }

    func remove(_ file: EvidenceID, from draft: DraftKey, in force: ForceID) async throws {
        try await store.remove(file, from: draft, in: force)
    }
}

extension LosingStore: StoreHealth {
    func check() async throws -> Bool { try await store.check() }
}

extension LosingStore: EvidenceStore {
    func receive(
        _ declaration: FileDeclaration, sealedWith key: DraftKey?, for force: ForceID
    ) async throws -> IncomingFile {
        try await store.receive(declaration, sealedWith: key, for: force)
    }

    func discard(_ file: ReceivedFile, for force: ForceID) async throws { try await store.discard(file, for: force) }
}
