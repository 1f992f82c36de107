import FoundationEssentials
import GRDB
import Glibc

extension DatabasePool {
    /// How long a write waits for another process that holds the lock.
    static let busyTimeout: TimeInterval = 5

    /// Opens a database in WAL mode whose commits are on disk when they return.
    ///
    /// - Throws: `StoreFault` `.notDurable` where SQLite does not take `synchronous = FULL`.
    static func openDurable(at path: String, migrator: DatabaseMigrator) throws -> DatabasePool {
        let pool = try open(at: path)
        // GRDB sets NORMAL on the writer after it has opened: FULL has to be set after that, and read back.
        let mode = try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        guard mode == 2 else { throw StoreFault(.notDurable, "SQLite did not take synchronous = FULL") }
        try migrator.migrate(pool)
        return pool
    }

    /// Opens a database in WAL mode whose last commits may be lost when the power is cut: for what can be typed again.
    static func open(at path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        return try DatabasePool(path: path, configuration: configuration)
    }
}

/// Makes sure that a new file in a folder is there after a power cut.
func synchronize(folder: String) throws {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFault(.unavailable, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreFault(.unavailable, String(cString: strerror(errno))) }
}

extension StoreFault {
    /// A failure of the engine in terms of the store. GRDB's own description would name the statement.
    static func translating(_ error: any Error) -> any Error {
        switch error {
        case is StoreFault, is CancellationError: error
        case let error as DatabaseError:
            StoreFault(.unavailable, "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")")
        default: StoreFault(.unavailable, "\(type(of: error))")
        }
    }
}
