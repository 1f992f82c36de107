import Forms
import FoundationEssentials
import GRDB
import Synchronization

/// The databases of one force.
final class ForceDatabase: Sendable {
    let force: ForceID
    let casePool: DatabasePool
    let draftPool: DatabasePool
    /// Digests of definitions that are known to be in the database.
    private let remembered = Mutex<Set<String>>([])

    init(force: ForceID, folder: String) throws {
        self.force = force
        casePool = try DatabasePool.openDurable(at: "\(folder)/cases.sqlite", migrator: Schema.cases)
        draftPool = try DatabasePool.open(at: "\(folder)/drafts.sqlite")
        try Schema.drafts.migrate(draftPool)
    }

    /// Keeps a definition, unless it is kept already.
    func remember(_ definition: StoredDefinition) async throws {
        guard !remembered.withLock({ $0.contains(definition.digest) }) else { return }
        try await casePool.write { try Self.insert(definition, $0) }
        _ = remembered.withLock { $0.insert(definition.digest) }
    }

    static func insert(_ definition: StoredDefinition, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO definitions (digest, form, json) VALUES (?, ?, ?)",
            arguments: [definition.digest, definition.form.rawValue, Data(definition.json)])
    }

    func definition(_ digest: String) async throws -> StoredDefinition? {
        try await casePool.read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT form, json FROM definitions WHERE digest = ?", arguments: [digest])
            guard let row, let form = FormID(rawValue: row["form"]) else { return nil }
            let json: Data = row["json"]
            return StoredDefinition(digest: digest, form: form, json: Array(json))
        }
    }
}
