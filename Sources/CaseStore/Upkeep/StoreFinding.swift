/// Something that is wrong in a store, and where.
package struct StoreFinding: Sendable, Hashable, CustomStringConvertible {
    /// The file, from the folder of the force on.
    package let file: String
    package let message: String

    package var description: String { "\(file): \(message)" }
}
