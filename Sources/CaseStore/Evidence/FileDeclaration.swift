/// What a browser says of a file. None of it is believed.
package struct FileDeclaration: Sendable, Hashable, Codable {
    /// The name on the citizen's device.
    package let name: String
    /// The media type (RFC 6838); empty where none was given.
    package let type: String

    package init(name: String, type: String) {
        self.name = name
        self.type = type
    }
}
