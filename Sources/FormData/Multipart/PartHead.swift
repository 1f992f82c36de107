/// What the header block of a part says (RFC 7578, section 4).
///
/// Everything is as it was sent. Browsers write CR, LF and `"` in a name as `%0D`, `%0A` and `%22` (WHATWG HTML,
/// "multipart/form-data encoding algorithm") and leave a `%` of the name as it is, so the way back is unknown: the
/// escapes stay. None of the names can hold a CR, an LF or a `"`.
public struct PartHead: Hashable, Sendable {
    /// The name of the field. It is never empty.
    public let name: String
    /// The name of the file, or nil for a part that is no file. `""` means that a file was asked for and none chosen.
    ///
    /// A sender chooses it freely. It can hold `/`, `..` and control characters: never make a path of it.
    public let filename: String?
    /// The media type that the sender claims, or nil if there is none.
    public let contentType: String?

    public init(name: String, filename: String? = nil, contentType: String? = nil) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }
}
