import GRDB
import Synchronization

/// One writer for many callers: what waits while a commit is under way goes into the next one together.
///
/// A commit costs a sync of the disk, whatever it holds; at 256 callers one sync pays for 256 (group commit: DeWitt and
/// others, "Implementation Techniques for Main Memory Database Systems", 1984). It works on the queue of GRDB's writer,
/// and never on a thread of its callers.
///
/// After a failure that may have left the database in doubt nothing more is written, and whoever comes is told `Over`.
/// A sync that failed is never tried again: the kernel may have dropped what it could not write.
final class GroupCommit: Sendable {
    /// How much one commit holds at most. Beyond that a commit takes longer and saves nothing.
    static let largestBatch = 512

    /// Nothing more is written here, and nothing was: the database has to be opened anew.
    struct Over: Error {}

    /// A piece of work and what becomes of its caller.
    private struct Job: Sendable {
        /// Does the work, and gives what lets the caller go on once it is committed.
        let attempt: @Sendable (Database) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
        var isOver = false
    }

    private let pool: DatabasePool
    private let log: WriteAheadLog
    /// Is told how much each commit held.
    private let note: @Sendable (Int) -> Void
    private let state = Mutex(State())

    init(_ pool: DatabasePool, log: WriteAheadLog, note: @escaping @Sendable (Int) -> Void = { _ in }) {
        self.pool = pool
        self.log = log
        self.note = note
    }

    /// Does a piece of work in a transaction that it may share with others. When this returns, it is on disk.
    ///
    /// - Parameter work: What it changes stands or falls with it alone. It may be done twice, the first time in vain.
    /// - Throws: What the work throws; `Over`; a `DatabaseError` where the commit failed.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(
                Job(
                    attempt: { database in
                        let value = try work(database)
                        return { continuation.resume(returning: value) }
                    }, fail: { continuation.resume(throwing: $0) }))
        }
    }

    private func enqueue(_ job: Job) {
        let (isOver, starts) = state.withLock { state in
            guard !state.isOver else { return (true, false) }
            state.waiting.append(job)
            defer { state.isRunning = true }
            return (false, !state.isRunning)
        }
        if isOver { job.fail(Over()) }
        if starts { pool.asyncWriteWithoutTransaction { self.run($0) } }
    }

    /// Commits what waits, batch by batch, until nothing does.
    private func run(_ database: Database) {
        while let batch = next() {
            do {
                for goesOn in try commit(batch, database) { goesOn() }
                note(batch.count)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                // Another process writes for too long. Nothing was tried, and nothing is in doubt.
                let fault = StoreFault(.unavailable, "another process keeps the database locked")
                for job in batch { job.fail(fault) }
            } catch {
                end(batch, error)
                return
            }
            log.keepShort(database)
        }
    }

    private func next() -> [Job]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isRunning = false
                return nil
            }
            let batch = Array(state.waiting.prefix(Self.largestBatch))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }

    /// Tells the batch that it failed, and all who wait that nothing was tried for them.
    private func end(_ batch: [Job], _ error: any Error) {
        let waiting = state.withLock { state in
            state.isOver = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for job in batch { job.fail(error) }
        for job in waiting { job.fail(Over()) }
    }

    /// Commits a batch in one transaction; where a piece of it cannot be done, each piece in one of its own, so that
    /// one alone fails.
    ///
    /// - Returns: What lets the callers go on.
    /// - Throws: Where the engine failed: it is not known which of the batch is on disk.
    private func commit(_ batch: [Job], _ database: Database) throws -> [@Sendable () -> Void] {
        do {
            return try transaction(of: batch, database)
        } catch let refusal as Refusal {
            guard batch.count > 1 else {
                let fail = batch[0].fail
                return [{ fail(refusal.error) }]
            }
            return try batch.flatMap { try commit([$0], database) }
        }
    }

    private func transaction(of batch: [Job], _ database: Database) throws -> [@Sendable () -> Void] {
        try database.beginTransaction(.immediate)
        do {
            let goOn = try batch.map { try attempt($0, database) }
            try database.commit()
            return goOn
        } catch {
            // Where the engine has rolled back by itself, there is nothing to roll back.
            if database.isInsideTransaction { try database.rollback() }
            throw error
        }
    }

    /// A piece of work that cannot be done, in a database that is as it was.
    private struct Refusal: Error {
        let error: any Error
    }

    private func attempt(_ job: Job, _ database: Database) throws -> @Sendable () -> Void {
        do {
            return try job.attempt(database)
        } catch let error as DatabaseError where !error.isOfContent {
            throw error
        } catch {
            throw Refusal(error: error)
        }
    }
}

extension DatabaseError {
    /// Whether what was to be written is at fault, and not the engine or the machine.
    fileprivate var isOfContent: Bool {
        [.SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH, .SQLITE_RANGE].contains(resultCode)
    }
}
