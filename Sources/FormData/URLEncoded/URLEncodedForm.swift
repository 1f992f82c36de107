/// A decoder of whole `application/x-www-form-urlencoded` bodies (WHATWG URL Standard, section 5.1), with limits.
///
/// Names and values are taken literally: `;` separates nothing, `%zz` stays `%zz`, `+` is a space. Unlike the standard,
/// which replaces them, bytes that are not UTF-8, a NUL and an empty name are refused: no browser sends them, and
/// nothing that was typed is ever changed.
///
/// For a body that arrives in pieces there is `URLEncodedDecoder`.
public enum URLEncodedForm {
    /// What a body may hold.
    public struct Limits: Sendable {
        /// The longest body, in bytes. 1 MiB holds the longest step of any form many times over.
        public var bytes = 1 << 20
        /// The greatest number of fields.
        public var fields = 1_000
        /// The longest name, in bytes after decoding.
        public var name = 256

        public init() {}
    }

    /// Why a body was refused.
    public enum Refusal: Error, Hashable, Sendable {
        /// More than the limits allow.
        case tooLarge
        /// A name is empty or too long.
        case malformedName
        /// A name or a value is not UTF-8, or holds a NUL.
        case notText
    }

    /// Decodes a body into its fields, in their order.
    ///
    /// - Throws: `Refusal` at the first fault. No field is returned then.
    public static func decode(
        _ body: [UInt8], limits: Limits = Limits()
    ) throws(Refusal) -> [(name: String, value: String)] {
        guard body.count <= limits.bytes else { throw .tooLarge }
        var decoder = URLEncodedDecoder(limits: URLEncodedLimits(limits))
        var fields: [(name: String, value: String)] = []
        do throws(FormRefusal) {
            try decoder.push(body) { fields.append(($0, $1)) }
            try decoder.finish { fields.append(($0, $1)) }
        } catch {
            throw Refusal(error)
        }
        return fields
    }
}

extension URLEncodedLimits {
    /// The limits of a whole body: its length bounds every value.
    fileprivate init(_ limits: URLEncodedForm.Limits) {
        bytes = limits.bytes
        fields = limits.fields
        name = limits.name
        value = limits.bytes
    }
}

extension URLEncodedForm.Refusal {
    fileprivate init(_ refusal: FormRefusal) {
        switch refusal {
        case .tooLarge(.name), .malformed, .incomplete: self = .malformedName
        case .tooLarge: self = .tooLarge
        case .notText: self = .notText
        }
    }
}
