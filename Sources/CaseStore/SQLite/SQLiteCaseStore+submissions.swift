package import Forms
import Glibc

extension SQLiteCaseStore: CaseStore {}

extension SQLiteCaseStore {
    package func accept(_ submission: Submission, for force: ForceID) async throws -> Reference {
        let now = now()
        let files =
            try await onFiles(of: submission, in: force) {
                try $0.place(submission.files, openedWith: submission.draft)
            } ?? []
        let outcome = try await with(force) { try await $0.accept(submission, files: files, now: now) }
        switch outcome {
        case .new(let reference): return reference
        case .repeated(let reference):
            try await onFiles(of: submission, in: force) { $0.withdraw(files) }
            return reference
        case .conflict:
            try await onFiles(of: submission, in: force) { try $0.takeBack(files, sentAs: submission.files) }
            throw StoreFault(.conflict, "the draft was sent before with other content")
        }
    }

    /// Works on the files of a submission. Most have none, and do not wait for a thread.
    ///
    /// - Returns: Nil where there are none.
    @discardableResult
    private func onFiles<Value: Sendable>(
        of submission: Submission, in force: ForceID,
        _ work: @escaping @Sendable (ForceFolder) throws -> Value
    ) async throws -> Value? {
        guard !submission.files.isEmpty else { return nil }
        return try await with(force) { database in try await StoreThread.run { try work(database.folder) } }
    }

    package func reference(ofDraft draft: DraftKey, in force: ForceID) async throws -> Reference? {
        try await with(force) { try await $0.reference(ofDraft: draft) }
    }

    package func contains(_ reference: Reference, in force: ForceID) async throws -> Bool {
        try await with(force) { try await $0.contains(reference) }
    }

    package func definition(_ digest: String, in force: ForceID) async throws -> StoredDefinition? {
        try await with(force) { try await $0.definition(digest) }
    }

    package func receive(
        _ declaration: FileDeclaration, sealedWith key: DraftKey?, for force: ForceID
    ) async throws -> IncomingFile {
        let hour = Int(now().startOfHour.seconds)
        return try await with(force) { database in
            try await StoreThread.run {
                try self.requireRoom(in: database.folder)
                return try IncomingFile(declaration, sealedWith: key, in: database.folder, hour: hour)
            }
        }
    }
}

extension SQLiteCaseStore {
    package func discard(_ file: ReceivedFile, for force: ForceID) async throws {
        try await with(force) { database in
            try await StoreThread.run { _ = unlink(database.folder.spooled(file.id)) }
        }
    }

    package func draft(_ key: DraftKey, of form: FormID, in force: ForceID) async throws -> Draft? {
        let now = now()
        return try await with(force) { try await $0.draft(key, of: form, now: now) }
    }

    package func open(
        _ draft: DraftKey, judgedBy definition: StoredDefinition, for term: DraftTerm, force: ForceID
    ) async throws {
        try await save(nil, in: draft, judgedBy: definition, for: term, force: force)
    }

    package func save(
        _ entry: StepEntry, for place: EntryPlace, in draft: DraftKey, judgedBy definition: StoredDefinition,
        for term: DraftTerm, force: ForceID
    ) async throws {
        try await save((place, entry), in: draft, judgedBy: definition, for: term, force: force)
    }

    private func save(
        _ posted: (place: EntryPlace, entry: StepEntry)?, in draft: DraftKey, judgedBy definition: StoredDefinition,
        for term: DraftTerm, force: ForceID
    ) async throws {
        let now = now()
        try await with(force) { database in
            try await database.remember(definition)
            try await database.save(posted, in: draft, judgedBy: definition, for: term, now: now)
        }
    }

    package func keep(
        _ file: ReceivedFile, for place: EvidencePlace, in draft: DraftKey, force: ForceID
    ) async throws {
        try await with(force) { try await $0.keep(file, for: place, in: draft) }
    }

    package func remove(_ file: EvidenceID, from draft: DraftKey, in force: ForceID) async throws {
        try await with(force) { try await $0.remove(file, from: draft) }
    }

    package func remove(_ place: EntryPlace, from draft: Draft, in force: ForceID) async throws {
        try await with(force) { try await $0.remove(place, from: draft) }
    }

    package func delete(_ draft: DraftKey, in force: ForceID) async throws {
        try await with(force) { try await $0.delete(draft) }
    }

    package func countExit(_ exit: ExitCount.Way, on day: CalendarDate, force: ForceID) async throws {
        try await with(force) { try await $0.countExit(exit, on: day) }
    }

    package func exits(in force: ForceID) async throws -> [ExitCount] {
        try await with(force) { try await $0.exits() }
    }
}
