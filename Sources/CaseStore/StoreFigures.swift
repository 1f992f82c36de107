package import Forms

/// What is under way in the store of a force, in numbers.
package struct StoreFigures: Sendable, Hashable {
    package let force: ForceID
    package let drafts: Int
    /// The length of all files that are on their way in, or belong to drafts, in bytes.
    package let spooled: Int
    /// The length of the write-ahead logs, in bytes.
    package let logs: Int
}
