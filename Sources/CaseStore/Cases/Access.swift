/// Who reads or changes a case, and what for (Data Protection Act 2018, section 62, asks to log both).
package struct Access: Sendable, Hashable {
    package let name: String
    /// Nil where none was given.
    package let purpose: String?

    package init(by name: String, purpose: String? = nil) {
        self.name = name
        self.purpose = purpose
    }
}
