/// What a URL-encoded body may hold. At the limit is allowed, one more is refused.
public struct URLEncodedLimits: Hashable, Sendable {
    /// The longest body, in bytes as sent. 1 MiB holds the longest step of any form many times over.
    public var bytes = 1 << 20
    /// The greatest number of fields. A page with a thousand controls is no form that a person fills in.
    public var fields = 1_000
    /// The longest name, in bytes after decoding. Names are chosen by the author of a form.
    public var name = 256
    /// The longest value, in bytes after decoding. 1 MiB by default, so that `bytes` alone decides.
    public var value = 1 << 20

    public init() {}
}
