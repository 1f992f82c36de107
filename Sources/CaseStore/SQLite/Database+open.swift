import FoundationEssentials
import GRDB
import Glibc

extension DatabasePool {
    /// How long a write waits for another process that holds the lock.
    static let busyTimeout: TimeInterval = 5
    /// How much of the database the writer may hold in memory, in KiB. It is taken as it is needed.
    private static let writerCache = 10_240
    /// How many connections may read at once.
    private static let readers = 4

    /// Opens a database in WAL mode whose commits are on disk when they return.
    ///
    /// - Parameter isAfterFailure: Whether a commit has failed. It may be readable in the log all the same, without being
    ///   on disk: so the whole log is moved to the database and synced before anything more is acknowledged.
    /// - Throws: `StoreFault` `.notDurable` where SQLite does not take `synchronous = FULL`; `DatabaseError`.
    static func openDurable(
        at path: String, migrator: DatabaseMigrator, isAfterFailure: Bool
    ) throws -> DatabasePool {
        PageSums.register()
        let pool = try open(at: path)
        // GRDB sets NORMAL on the writer after it has opened: FULL has to be set after that, and read back.
        let mode = try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try WriteAheadLog.prepare(database)
            try database.execute(sql: "PRAGMA cache_size = -\(writerCache)")
            return try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        guard mode == 2 else { throw StoreFault(.notDurable, "SQLite did not take synchronous = FULL") }
        try migrator.migrate(pool)
        try pool.writeWithoutTransaction { database in
            try PageSums.add(to: database)
            guard isAfterFailure else { return try WriteAheadLog.shorten(database) }
            let (frames, moved) = try database.checkpoint(.full)
            guard frames == moved else {
                throw StoreFault(.unavailable, "a reader keeps the log from being moved to the database")
            }
        }
        return pool
    }

    /// Opens a database in WAL mode whose last commits may be lost when the power is cut: for what can be typed again.
    static func open(at path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = readers
        // Where the disk fails, a transaction may not even be rolled back. GRDB would end the process for that.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            // What is deleted is overwritten.
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        }
        return try DatabasePool(path: path, configuration: configuration)
    }
}

extension DatabaseQueue {
    /// Opens a database that is there, and changes nothing in it.
    static func reading(_ path: String) throws -> DatabaseQueue {
        PageSums.register()
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(DatabasePool.busyTimeout)
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}

/// Makes sure that a new file in a folder is there after a power cut.
func synchronize(folder: String) throws {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFault.ofSystem(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreFault.ofSystem(folder) }
}

extension StoreFault {
    /// The last failure of a system call, in the words of the system.
    static func ofSystem(_ what: String, _ code: Code = .unavailable) -> StoreFault {
        StoreFault(code, "\(what): \(String(cString: strerror(errno)))")
    }

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
