/// Why the store did not do what was asked. It names the operation and the cause, and never what was to be stored.
package struct StoreFault: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// There is no store in the folder.
        case missing
        /// The system or the engine failed: no permission, disk full, I/O error.
        case unavailable
        /// Writes would not be on disk when they are acknowledged.
        case notDurable = "not-durable"
        /// The draft was sent before, with other answers. Nothing was stored now.
        case conflict
        /// The disk is so full that no more files are taken; words still are.
        case noRoom = "no-room"
        /// Something in the store cannot be read as what it is.
        case corrupt
    }

    package let code: Code
    /// The cause in the words of the system or the engine.
    package let cause: String

    package init(_ code: Code, _ cause: String) {
        self.code = code
        self.cause = cause
    }
}

extension StoreFault: CustomStringConvertible {
    package var description: String { "store \(code.rawValue): \(cause)" }
}
