import GRDB
import Glibc

/// Copies a database of cases as it is at one moment, whoever writes to it meanwhile.
enum DatabaseCopy {
    /// A file that the copied database names.
    typealias Named = (id: String, bytes: Int, sha256: String)

    /// When this returns, the copy is on disk, but for its name. It is one file, without a log.
    ///
    /// - Parameter target: Where there is no database.
    /// - Returns: The files that the database names.
    static func make(of path: String, to target: String) throws -> [Named] {
        let source = try DatabaseQueue.reading(path)
        let copy = try PageSums.newDatabase(at: target)
        try source.backup(to: copy)
        let named = try copy.writeWithoutTransaction { database in
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
            return try Row.fetchAll(database, sql: "SELECT id, bytes, sha256 FROM evidence").map { row in
                (row["id"], row["bytes"], row["sha256"]) as Named
            }
        }
        try copy.close()
        try source.close()
        chmod(target, 0o600)
        try OpenFile.reading(target).synchronize()
        return named
    }
}
