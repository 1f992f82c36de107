package import Forms
package import FoundationEssentials
import Glibc
import Synchronization

/// A case store of one SQLite database per force, in a folder of its own: `DIR/<force>/cases.sqlite`, `drafts.sqlite`
/// beside it for answers under way, and the files in `evidence`. A force is opened when it is first needed.
package final class SQLiteCaseStore: Sendable {
    /// What is amiss in the store and is told to whoever runs it. It names nothing that a citizen has sent.
    package typealias Alarm = @Sendable (_ force: ForceID, _ message: String) -> Void

    /// How many bytes of the disk are kept for words by default: no files are taken below that.
    package static let defaultFloor = 1 << 30

    let folder: String
    let now: @Sendable () -> Date
    private let makesFolders: Bool
    let floor: Int
    private let alarm: Alarm
    private let observer: any StoreObserver
    /// What is open or being opened.
    private let open = Mutex<[ForceID: Task<ForceDatabase, any Error>]>([:])
    /// What the last check of the disk found, and when.
    let health = Mutex<(at: Date, hasRoom: Result<Bool, any Error>)?>(nil)
    /// The forces that a commit has failed for.
    private let failed = Mutex<Set<ForceID>>([])

    /// Opens a store, which is made where there is none. Nobody but this user can read what is made.
    ///
    /// - Parameters:
    ///   - floor: How many bytes of the disk are kept for words.
    ///   - observer: Is told what can be counted.
    ///   - alarm: Is told what is amiss.
    /// - Throws: `StoreFault` where the folder cannot be made or written.
    package init(
        making folder: String, floor: Int = defaultFloor, now: @escaping @Sendable () -> Date = { Date() },
        observer: any StoreObserver = NoStoreObserver(), alarm: @escaping Alarm = { _, _ in }
    ) throws {
        try ForceFolder.make(folder)
        guard access(folder, W_OK) == 0 else { throw StoreFault(.unavailable, String(cString: strerror(errno))) }
        self.folder = folder
        self.floor = floor
        self.now = now
        self.observer = observer
        self.alarm = alarm
        makesFolders = true
    }

    /// Opens a store that is there.
    ///
    /// - Throws: `StoreFault` `.missing` where there is none.
    package init(existing folder: String) throws {
        guard access(folder, R_OK | X_OK) == 0 else { throw StoreFault(.missing, String(cString: strerror(errno))) }
        self.folder = folder
        floor = Self.defaultFloor
        now = { Date() }
        observer = NoStoreObserver()
        alarm = { _, _ in }
        makesFolders = false
    }

    /// Works on one force. After a failure of the engine the force is opened anew for whoever comes next: what a failed
    /// write has left in memory is not to be trusted.
    func with<Value: Sendable>(
        _ force: ForceID, _ work: @Sendable (ForceDatabase) async throws -> Value
    ) async throws -> Value {
        // Whoever came just behind a failure was not tried, and is tried once more.
        do {
            return try await attempt(force, work)
        } catch is GroupCommit.Over {
            do {
                return try await attempt(force, work)
            } catch is GroupCommit.Over {
                throw StoreFault(.unavailable, "the database is being opened anew")
            }
        }
    }

    private func attempt<Value: Sendable>(
        _ force: ForceID, _ work: @Sendable (ForceDatabase) async throws -> Value
    ) async throws -> Value {
        let opening = opening(of: force)
        let database: ForceDatabase
        do {
            database = try await opening.value
        } catch {
            forget(opening, of: force)
            throw StoreFault.translating(error)
        }
        do {
            return try await work(database)
        } catch  where error is CancellationError || error is StoreFault {
            // The database is as it was.
            throw error
        } catch {
            failed.withLock { _ = $0.insert(force) }
            // Its databases are closed when nobody reads in them any more: GRDB's `close` pulls them away under readers.
            if forget(opening, of: force) { try? await StoreThread.run { database.markDoubt() } }
            throw error is GroupCommit.Over ? error : StoreFault.translating(error)
        }
    }

    /// The forces that are open.
    var openForces: [ForceDatabase] {
        get async {
            var databases: [ForceDatabase] = []
            for opening in open.withLock({ Array($0.values) }) {
                if let database = try? await opening.value { databases.append(database) }
            }
            return databases
        }
    }

    private func opening(of force: ForceID) -> Task<ForceDatabase, any Error> {
        open.withLock { open in
            if let opening = open[force] { return opening }
            let opening = Task { try await StoreThread.run { try self.openForce(force) } }
            open[force] = opening
            return opening
        }
    }

    /// - Returns: Whether it was what is open.
    @discardableResult
    private func forget(_ opening: Task<ForceDatabase, any Error>, of force: ForceID) -> Bool {
        open.withLock { open in
            guard open[force] == opening else { return false }
            open[force] = nil
            return true
        }
    }

    private func openForce(_ force: ForceID) throws -> ForceDatabase {
        let path = "\(folder)/\(force)"
        if makesFolders {
            try ForceFolder.make(path)
            try synchronize(folder: folder)
        }
        let isAfterFailure = failed.withLock { $0.contains(force) }
        let database = try ForceDatabase(force: force, folder: path, isAfterFailure: isAfterFailure, observer: observer)
        failed.withLock { _ = $0.remove(force) }
        if makesFolders { StoreThread.start { self.sweep(database) } }
        return database
    }

    /// - Throws: `StoreFault` `.noRoom`.
    func requireRoom(in folder: ForceFolder) throws {
        guard try Self.freeBytes(on: folder.path) >= floor else { throw StoreFault(.noRoom, "the disk is nearly full") }
    }

    /// Removes leftovers, and raises an alarm where files are missing.
    private func sweep(_ database: ForceDatabase) {
        do {
            let missing = try Sweep(database: database, now: now()).run()
            guard missing > 0 else { return }
            let files = missing == 1 ? "a file of a case is" : "\(missing) files of cases are"
            alarm(database.force, "\(files) missing: run 'soh store verify'")
        } catch {
            alarm(database.force, "leftovers cannot be removed: \(StoreFault.translating(error))")
        }
    }
}
