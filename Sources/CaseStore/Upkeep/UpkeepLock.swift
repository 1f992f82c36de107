/// Keeps a backup and an erasure of the same force apart: a backup must not miss a file that was there when it began.
enum UpkeepLock {
    /// - Throws: `StoreFault` where somebody else is at it.
    static func take(_ path: String) throws -> FileLock {
        guard let lock = try FileLock("\(path)/.upkeep") else {
            throw StoreFault(.unavailable, "a backup or an erasure of this force is under way")
        }
        return lock
    }
}
