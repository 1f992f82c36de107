public import NIOCore

/// The name-value pairs of a parameter stream or a management record (section 3.4): each with two lengths of one byte
/// or, with the first bit set, of four.
public enum NameValuePairs {
    /// A length leads beyond the end.
    public struct Truncated: Error, Hashable, Sendable {}

    /// Reads all pairs. Names and values are bytes; those that are not UTF-8 are repaired, as a web server has passed
    /// on what a stranger sent.
    ///
    /// - Throws: `Truncated`. A length is compared with what is there before anything is set aside for it.
    public static func decode(_ bytes: ByteBuffer) throws(Truncated) -> [(name: String, value: String)] {
        var bytes = bytes
        var pairs: [(name: String, value: String)] = []
        while bytes.readableBytes > 0 {
            guard let nameLength = length(in: &bytes), let valueLength = length(in: &bytes),
                nameLength + valueLength <= bytes.readableBytes,
                let name = bytes.readString(length: nameLength), let value = bytes.readString(length: valueLength)
            else { throw Truncated() }
            pairs.append((name, value))
        }
        return pairs
    }

    /// Writes pairs, each length in as few bytes as it takes.
    public static func encode(_ pairs: [(name: String, value: String)]) -> ByteBuffer {
        var bytes = ByteBuffer()
        for pair in pairs {
            write(length: pair.name.utf8.count, into: &bytes)
            write(length: pair.value.utf8.count, into: &bytes)
            bytes.writeString(pair.name)
            bytes.writeString(pair.value)
        }
        return bytes
    }

    private static func length(in bytes: inout ByteBuffer) -> Int? {
        guard let first: UInt8 = bytes.getInteger(at: bytes.readerIndex) else { return nil }
        guard first & 0x80 != 0 else { return bytes.readInteger(as: UInt8.self).map(Int.init) }
        return bytes.readInteger(as: UInt32.self).map { Int($0 & 0x7FFF_FFFF) }
    }

    private static func write(length: Int, into bytes: inout ByteBuffer) {
        if length < 0x80 {
            bytes.writeInteger(UInt8(length))
        } else {
            bytes.writeInteger(UInt32(length) | 0x8000_0000)
        }
    }
}
