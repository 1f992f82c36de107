import Glibc

/// A lock on a file that is held as long as this lives, or the process does (flock(2)).
final class FileLock: Sendable {
    private let descriptor: Int32

    /// Locks a file, which is made where there is none.
    ///
    /// - Returns: Nil where somebody else holds the lock.
    /// - Throws: `StoreFault` where the file cannot be opened.
    init?(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StoreFault.ofSystem("lock") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
