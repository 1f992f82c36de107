package import Forms

/// A definition as it was published: its bytes, and their digest.
package struct StoredDefinition: Sendable, Hashable {
    /// SHA-256 of `json`, in hexadecimal.
    package let digest: String
    package let form: FormID
    package let json: [UInt8]

    package init(digest: String, form: FormID, json: [UInt8]) {
        self.digest = digest
        self.form = form
        self.json = json
    }
}
