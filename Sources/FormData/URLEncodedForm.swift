/// A decoder of `application/x-www-form-urlencoded` (WHATWG URL Standard, section 5.1), with limits.
///
/// Names and values are taken literally: `;` separates nothing, `%zz` stays `%zz`, `+` is a space. Unlike the standard,
/// which replaces them, bytes that are not UTF-8, a NUL and an empty name are refused: no browser sends them, and
/// nothing that was typed is ever changed.
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
        var fields: [(name: String, value: String)] = []
        for sequence in body.split(separator: UInt8(ascii: "&")) {
            guard fields.count < limits.fields else { throw .tooLarge }
            let equals = sequence.firstIndex(of: UInt8(ascii: "="))
            let name = try text(sequence[..<(equals ?? sequence.endIndex)])
            let value = try equals.map { index throws(Refusal) in try text(sequence[(index + 1)...]) } ?? ""
            guard (1...limits.name).contains(name.utf8.count) else { throw .malformedName }
            fields.append((name, value))
        }
        return fields
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "+"):
                decoded.append(0x20)
            case UInt8(ascii: "%") where index + 2 < bytes.endIndex:
                if let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2]) {
                    decoded.append(high << 4 | low)
                    index += 2
                } else {
                    decoded.append(bytes[index])
                }
            default:
                decoded.append(bytes[index])
            }
            index += 1
        }
        guard !decoded.contains(0), let text = String(validating: decoded, as: UTF8.self) else { throw .notText }
        return text
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
