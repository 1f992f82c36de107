/// A file that pages load, by a URL that changes with its bytes.
package struct LinkedFile: Codable, Sendable, Hashable {
    package var url: String
    /// The digest of its bytes as browsers check it (W3C Subresource Integrity).
    package var integrity: String

    package init(url: String, integrity: String) {
        self.url = url
        self.integrity = integrity
    }
}
