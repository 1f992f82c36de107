import GRDB
import GRDBSQLite
import Synchronization

/// The write-ahead log of a database: kept short by whoever writes, after the callers have been told.
///
/// SQLite would do it within a commit, and let that commit wait.
struct WriteAheadLog: Sendable {
    /// How many pages are written before they are moved to the database: 16 MB, four times what SQLite would take, because
    /// each time costs two syncs.
    static let pages = 4_000
    /// How many pages the log may have before its writer waits for readers, so that it can begin anew.
    static let longest = 16_000
    /// How long it waits for them, in milliseconds.
    private static let patience: Int32 = 250
    /// The length of its file that stays after it has begun anew, in bytes.
    static let remains = 16 << 20

    /// What the connection had written when the log was last looked at.
    private let written = SharedCount()

    /// Sets a connection up.
    static func prepare(_ database: Database) throws {
        try database.execute(sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = \(remains)")
    }

    /// Moves what another process has left in the log, unless one is at it just now: SQLite waits for no such process.
    static func shorten(_ database: Database) throws {
        do {
            _ = try database.checkpoint(.passive)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {}
    }

    /// Moves pages to the database where many have been written.
    ///
    /// What fails here fails nobody: what was committed is in the log, and stays there. The next try writes every page
    /// again.
    func keepShort(_ database: Database) {
        let now = pagesWritten(by: database)
        guard now - written.value >= Self.pages else { return }
        written.value = now
        guard let (frames, _) = try? database.checkpoint(.passive), frames > Self.longest else { return }
        // Readers that follow each other without a gap would keep the log from ever beginning anew.
        sqlite3_busy_timeout(database.sqliteConnection, Self.patience)
        _ = try? database.checkpoint(.truncate)
        sqlite3_busy_timeout(database.sqliteConnection, Int32(DatabasePool.busyTimeout * 1_000))
    }

    private func pagesWritten(by database: Database) -> Int {
        var current: Int32 = 0
        var highest: Int32 = 0
        sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &current, &highest, 0)
        return Int(current)
    }

    private final class SharedCount: Sendable {
        private let count = Mutex(0)

        var value: Int {
            get { count.withLock { $0 } }
            set { count.withLock { $0 = newValue } }
        }
    }
}
