package import Forms

/// Who is told what a store does, in order to count it: numbers, and nothing that a citizen has sent. It is told on the
/// threads of the store, and must not keep them.
package protocol StoreObserver: Sendable {
    /// A commit has put this many submissions on disk.
    func committed(_ submissions: Int)
    /// A draft has expired that nobody sent.
    ///
    /// - Parameter pages: How many pages of it had been answered.
    func expired(_ form: FormID, after pages: Int)
}

/// Counts nothing.
package struct NoStoreObserver: StoreObserver {
    package init() {}
    package func committed(_ submissions: Int) {}
    package func expired(_ form: FormID, after pages: Int) {}
}
