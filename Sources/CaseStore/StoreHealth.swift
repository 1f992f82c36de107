/// Whether a store can take reports.
package protocol StoreHealth: Sendable {
    /// Writes to the disk of the store and syncs it. What was found holds for some seconds, so that nobody can keep the
    /// disk busy by asking.
    ///
    /// - Returns: Whether there is room for files besides words.
    /// - Throws: `StoreFault` where nothing can be written.
    func check() async throws -> Bool
}
