package import Forms
package import FoundationEssentials
import Glibc

/// A case store of one SQLite database per force, in a folder of its own: `DIR/<force>/cases.sqlite`, and
/// `drafts.sqlite` beside it for answers under way. A force's databases are opened when they are first needed.
package actor SQLiteCaseStore {
    private let folder: String
    private let now: @Sendable () -> Date
    private let makesFolders: Bool
    private var open: [ForceID: ForceDatabase] = [:]

    /// Opens a store, which is made where there is none. Nobody but this user can read what is made.
    ///
    /// - Throws: `StoreFault` where the folder cannot be made or written.
    package init(making folder: String, now: @escaping @Sendable () -> Date = { Date() }) throws {
        try Self.makeFolder(folder)
        guard access(folder, W_OK) == 0 else { throw StoreFault(.unavailable, String(cString: strerror(errno))) }
        self.folder = folder
        self.now = now
        makesFolders = true
    }

    /// Opens a store that is there.
    ///
    /// - Throws: `StoreFault` `.missing` where there is none.
    package init(existing folder: String) throws {
        guard access(folder, R_OK | X_OK) == 0 else { throw StoreFault(.missing, String(cString: strerror(errno))) }
        self.folder = folder
        now = { Date() }
        makesFolders = false
    }

    private static func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw StoreFault(.unavailable, String(cString: strerror(errno)))
    }

    /// Works on one force's databases. After a failure they are opened anew for whoever comes next: what a failed
    /// write has left in memory is not to be trusted.
    private func with<Value: Sendable>(
        _ force: ForceID, _ work: @Sendable (ForceDatabase) async throws -> Value
    ) async throws -> Value {
        var used: ForceDatabase?
        do {
            let database = try database(of: force)
            used = database
            return try await work(database)
        } catch let error as CancellationError {
            // Whoever asked has gone; the database is as it was.
            throw error
        } catch {
            if let used, open[force] === used { open[force] = nil }
            throw StoreFault.translating(error)
        }
    }

    private func database(of force: ForceID) throws -> ForceDatabase {
        if let database = open[force] { return database }
        let path = "\(folder)/\(force)"
        if makesFolders { try Self.makeFolder(path) }
        let database = try ForceDatabase(force: force, folder: path)
        try synchronize(folder: path)
        try synchronize(folder: folder)
        open[force] = database
        return database
    }
}

extension SQLiteCaseStore: CaseStore {
    package func accept(_ submission: Submission, for force: ForceID) async throws -> Reference {
        try await with(force) { try await $0.accept(submission) }
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

    package func draft(_ key: DraftKey, of form: FormID, in force: ForceID) async throws -> Draft? {
        let now = now()
        return try await with(force) { try await $0.draft(key, of: form, now: now) }
    }

    package func save(
        _ entry: StepEntry, for step: StepID, in draft: DraftKey, judgedBy definition: StoredDefinition,
        force: ForceID
    ) async throws {
        let now = now()
        try await with(force) { database in
            try await database.remember(definition)
            try await database.save(entry, for: step, in: draft, judgedBy: definition, now: now)
        }
    }

    package func delete(_ draft: DraftKey, in force: ForceID) async throws {
        try await with(force) { try await $0.delete(draft) }
    }

    package func forces() async throws -> [ForceID] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw StoreFault(.missing, "the folder cannot be read")
        }
        let forces = names.compactMap(ForceID.init(rawValue:))
        return forces.filter { access("\(folder)/\($0)/cases.sqlite", F_OK) == 0 }.sorted()
    }

    package func cases(in force: ForceID) async throws -> [CaseRecord] {
        try await with(force) { try await $0.cases() }
    }

    package func record(_ reference: Reference, in force: ForceID) async throws -> CaseRecord? {
        try await with(force) { try await $0.record(reference) }
    }
}
