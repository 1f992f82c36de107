/// Why a body was refused.
///
/// It holds nothing of what was sent, so it can be logged. A server answers `tooLarge` with 413 (Content Too Large)
/// and everything else with 400 (Bad Request).
///
/// A refusal is final: a decoder that threw one throws it again, whatever it is given.
public enum FormRefusal: Error, Hashable, Sendable {
    /// More than the named limit allows.
    case tooLarge(Limit)
    /// Against the grammar, or something that no browser sends.
    case malformed(Fault)
    /// A multipart body ended before its closing delimiter, or has no part.
    case incomplete
    /// A name or a text is not UTF-8, or holds a NUL.
    case notText
}

extension FormRefusal {
    /// A limit, of `MultipartLimits` or `URLEncodedLimits`.
    public enum Limit: String, Hashable, Sendable, CaseIterable {
        /// The whole body, in bytes.
        case body
        /// The number of fields of a URL-encoded body.
        case fields
        /// The name of a field, in bytes.
        case name
        /// The value of a field, in bytes.
        case value
        /// The number of parts of a multipart body.
        case parts
        /// The header block of a part, in bytes.
        case header
        /// The number of header lines of a part.
        case headerLines
        /// The name of a file, in bytes.
        case fileName
        /// A file, in bytes.
        case file
    }

    /// What is wrong with a body or its head.
    public enum Fault: String, Hashable, Sendable, CaseIterable {
        /// The `Content-Type` of the request is not `multipart/form-data`, or cannot be read.
        case contentType
        /// The boundary is missing, given twice, or not one of RFC 2046, section 5.1.1.
        case boundary
        /// Something stands before the first delimiter.
        case preamble
        /// Something other than one CRLF follows the closing delimiter.
        case epilogue
        /// A header line ends with CR or LF alone.
        case lineEnd
        /// A header line begins with a space or a tab, and so continues the one before.
        case folding
        /// A header line has no colon, or its name is not a token.
        case header
        /// A header of a part is there twice.
        case repeatedHeader
        /// `Content-Disposition` is missing, is not `form-data`, cannot be read, or has `name` or `filename` twice.
        case disposition
        /// The name of a field is missing or empty.
        case name
        /// `Content-Transfer-Encoding` is not `7bit`, `8bit` or `binary`.
        case transferEncoding
    }
}
