import Forms
import FoundationEssentials
import GRDB
import Glibc

/// Removes what processes that have died left behind, and looks for files that are missing. It is done once, beside the
/// work, when a force is opened.
struct Sweep {
    /// How old a file without an owner is before it is removed, in seconds: a day. Another process may be about to make
    /// a case of it.
    static let grace = 24 * 60 * 60

    let database: ForceDatabase
    let now: Date

    /// What was changed before this may go, in seconds since 1970.
    private var last: Int { Int(now.seconds) - Self.grace }

    /// - Returns: How many files of cases are missing.
    func run() throws -> Int {
        for name in Folder(path: database.folder.spools).names { try removeSpool(name) }
        let kept = try database.drafts.read { try Set(String.fetchAll($0, sql: "SELECT id FROM files")) }
        removeOld(in: database.folder.sealed, but: kept)
        let (owned, missing) = try database.cases.read { try self.evidence($0) }
        removeOld(in: database.folder.evidence, but: owned)
        return missing
    }

    /// The spool of a process that lives is locked, or so new that it is about to be.
    private func removeSpool(_ name: String) throws {
        let spools = Folder(path: database.folder.spools)
        guard let status = spools.status(of: name), status.changed <= last else { return }
        let path = "\(spools.path)/\(name)"
        guard let lock = try FileLock("\(path)/.lock") else { return }
        withExtendedLifetime(lock) {
            removeOld(in: path, but: [])
            guard Folder(path: path).names.isEmpty else { return }
            unlink("\(path)/.lock")
            rmdir(path)
        }
    }

    private func removeOld(in path: String, but owned: Set<String>) {
        let folder = Folder(path: path)
        for name in folder.names where !owned.contains(name) {
            guard let status = folder.status(of: name), status.changed <= last else { continue }
            unlink("\(path)/\(name)")
        }
    }

    /// The names of the files that cases have, and how many of them are not there.
    private func evidence(_ database: Database) throws -> (owned: Set<String>, missing: Int) {
        let owned = try Set(String.fetchAll(database, sql: "SELECT id FROM evidence"))
        return (owned, owned.subtracting(Folder(path: self.database.folder.evidence).names).count)
    }
}
