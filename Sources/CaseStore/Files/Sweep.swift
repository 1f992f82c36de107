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
        try Folder(path: database.folder.spools).forEachName { try removeSpool($0) }
        try database.drafts.read { drafts in
            let owned = try drafts.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM files WHERE id = ?)")
            try removeOld(in: database.folder.sealed) { try Bool.fetchOne(owned, arguments: [$0]) ?? true }
        }
        return try database.cases.read { cases in
            let owned = try cases.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM evidence WHERE id = ?)")
            try removeOld(in: database.folder.evidence) { try Bool.fetchOne(owned, arguments: [$0]) ?? true }
            return try missing(cases)
        }
    }

    /// The spool of a process that lives is locked, or so new that it is about to be.
    private func removeSpool(_ name: String) throws {
        let spools = Folder(path: database.folder.spools)
        guard let status = spools.status(of: name), status.changed <= last else { return }
        let path = "\(spools.path)/\(name)"
        guard let lock = try FileLock("\(path)/.lock") else { return }
        withExtendedLifetime(lock) {
            removeOld(in: path) { _ in false }
            guard Folder(path: path).isEmpty else { return }
            unlink("\(path)/.lock")
            rmdir(path)
        }
    }

    /// Deletes files that are old and belong to nobody.
    private func removeOld(in path: String, isOwned: (String) throws -> Bool) rethrows {
        let folder = Folder(path: path)
        try folder.forEachName { name in
            guard let status = folder.status(of: name), status.changed <= last else { return }
            if try !isOwned(name) { unlink("\(path)/\(name)") }
        }
    }

    /// How many files that cases have are not there.
    private func missing(_ database: Database) throws -> Int {
        let folder = Folder(path: self.database.folder.evidence)
        let names = try String.fetchCursor(database, sql: "SELECT id FROM evidence")
        var count = 0
        while let name = try names.next() {
            if folder.status(of: name) == nil { count += 1 }
        }
        return count
    }
}
