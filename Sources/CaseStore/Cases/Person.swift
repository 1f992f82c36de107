/// Who reports, as given: nothing is corrected, and nothing is looked up.
package struct Person: Sendable, Hashable {
    package var name: String?
    package var email: String?
    package var phone: String?
    package var address: String?
    /// The date of birth, as `YYYY-MM-DD`.
    package var born: String?

    package init(
        name: String? = nil, email: String? = nil, phone: String? = nil, address: String? = nil, born: String? = nil
    ) {
        self.name = name
        self.email = email
        self.phone = phone
        self.address = address
        self.born = born
    }

    /// Whether nothing was given.
    package var isEmpty: Bool { self == Person() }
}
