/// What a `multipart/form-data` body may hold. At the limit is allowed, one more is refused.
public struct MultipartLimits: Hashable, Sendable {
    /// The longest body, in bytes as sent: 600 MB. One file of the greatest size, with room for the answers beside it.
    public var body = 600_000_000
    /// The greatest number of parts: 1,000. A page with more controls is no form that a person fills in.
    public var parts = 1_000
    /// The longest header block of a part, in bytes with its line ends and the empty line: 8 KiB. It holds the longest
    /// name and file name several times over, and is the most that is ever kept.
    public var header = 8 << 10
    /// The greatest number of header lines of a part: 16. Browsers send two.
    public var headerLines = 16
    /// The longest name of a field, in bytes: 256. Names are chosen by the author of a form.
    public var name = 256
    /// The longest name of a file, in bytes as sent: 1,024. File systems allow 255 characters of up to four bytes.
    public var fileName = 1_024
    /// The longest value of a field, which is a part without a file name, in bytes: 1 MiB. It is kept in memory.
    public var value = 1 << 20
    /// The longest file, in bytes: 500 MB. Some minutes of video from a phone.
    public var file = 500_000_000

    public init() {}
}
