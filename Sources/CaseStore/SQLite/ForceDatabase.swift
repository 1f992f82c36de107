import Crypto
import Forms
import FoundationEssentials
import GRDB
import Glibc
import Synchronization

/// The databases and the folder of one force.
final class ForceDatabase: Sendable {
    let force: ForceID
    let folder: ForceFolder
    let cases: DatabasePool
    let drafts: DatabasePool
    /// The one way to write to the cases.
    let writer: GroupCommit
    let observer: any StoreObserver
    /// What repeats are known by.
    let repeatKey: SymmetricKey
    /// Digests of definitions that are known to be in the database.
    private let known = Mutex<Set<String>>([])

    /// - Parameter isAfterFailure: Whether a commit of this process has failed. Where one of another has, its mark tells.
    init(
        force: ForceID, folder path: String, isAfterFailure: Bool = false,
        observer: any StoreObserver = NoStoreObserver()
    ) throws {
        self.force = force
        self.observer = observer
        folder = try ForceFolder(path)
        let isInDoubt = isAfterFailure || access(folder.doubt, F_OK) == 0
        cases = try DatabasePool.openDurable(at: folder.cases, migrator: Schema.cases, isAfterFailure: isInDoubt)
        if isInDoubt { unlink(folder.doubt) }
        drafts = try DatabasePool.open(at: folder.drafts)
        try Schema.drafts.migrate(drafts)
        // What SQLite makes beside a database gets the mode of the database.
        for path in [folder.cases, folder.drafts] { chmod(path, 0o600) }
        // The databases are new files, perhaps.
        try synchronize(folder: path)
        writer = GroupCommit(cases, log: WriteAheadLog()) { observer.committed($0) }
        repeatKey = SymmetricKey(data: try cases.read { try Self.key("repeats", $0) })
    }

    /// Leaves a mark that a commit has failed, for a process that may be the next to open the database.
    func markDoubt() { _ = try? FileLock(folder.doubt) }

    static func key(_ purpose: String, _ database: Database) throws -> Data {
        guard
            let key = try Data.fetchOne(
                database, sql: "SELECT bytes FROM keys WHERE purpose = ?", arguments: [purpose])
        else { throw StoreFault(.corrupt, "a key is missing") }
        return key
    }
}

// The definitions.
extension ForceDatabase {
    func knows(_ digest: String) -> Bool { known.withLock { $0.contains(digest) } }

    func learn(_ digest: String) { _ = known.withLock { $0.insert(digest) } }

    /// Keeps a definition, unless it is kept already.
    func remember(_ definition: StoredDefinition) async throws {
        guard !knows(definition.digest) else { return }
        try await writer.write { try Self.insert(definition, $0) }
        learn(definition.digest)
    }

    static func insert(_ definition: StoredDefinition, _ database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO definitions (digest, form, json) VALUES (?, ?, ?)"
        ).execute(arguments: [definition.digest, definition.form.rawValue, Data(definition.json)])
    }

    func definition(_ digest: String) async throws -> StoredDefinition? {
        try await cases.read { try Self.definition(digest, $0) }
    }

    static func definition(_ digest: String, _ database: Database) throws -> StoredDefinition? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT form, json FROM definitions WHERE digest = ?"),
            arguments: [digest])
        guard let row, let form = FormID(rawValue: row["form"]) else { return nil }
        let json: Data = row["json"]
        return StoredDefinition(digest: digest, form: form, json: Array(json))
    }
}
