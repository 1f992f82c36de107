import GRDB
import GRDBSQLite
import Glibc

/// Has SQLite put a sum at the end of each page that it writes to a database, and leave nothing between its rows.
/// `Verification` looks at the sums.
///
/// Reading does not: a page that another program has written, such as the shell of SQLite, has no right sum, and that must
/// not keep reports from being taken in.
///
/// It stands between SQLite and the system's files (a shim of a VFS: sqlite.org, "The SQLite OS Interface"). Databases
/// whose header keeps no room for sums pass through unchanged, and so do logs, which have sums of their own.
enum PageSums {
    /// Puts itself before the files of every database that this process opens from now on.
    static func register() { _ = registration }

    private static let registration: Bool = {
        guard let system = sqlite3_vfs_find(nil), let name = strdup("page-sums") else { return false }
        let shim = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        shim.initialize(to: system.pointee)
        shim.pointee.pNext = nil
        shim.pointee.zName = UnsafePointer(name)
        shim.pointee.pAppData = UnsafeMutableRawPointer(system)
        shim.pointee.szOsFile = system.pointee.szOsFile + Int32(SummedFile.headLength)
        shim.pointee.xOpen = { vfs, name, file, flags, taken in
            SummedFile.open(vfs, name, file, flags, taken)
        }
        return sqlite3_vfs_register(shim, 1) == SQLITE_OK
    }()

    /// Makes an empty database whose pages have sums, for another to be copied into.
    ///
    /// Its header has to be on disk before the copy begins. SQLite may write later pages first, and only the header
    /// tells that they have sums.
    static func newDatabase(at path: String) throws -> DatabaseQueue {
        register()
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            var reserved = Int32(PageSum.length)
            sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved)
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        return queue
    }

    /// Gives a database that has no sums yet room for them, and writes it anew.
    static func add(to database: Database) throws {
        var reserved = Int32(-1)
        sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved)
        guard reserved != PageSum.length else { return }
        reserved = Int32(PageSum.length)
        sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved)
        try database.execute(sql: "VACUUM")
    }
}
