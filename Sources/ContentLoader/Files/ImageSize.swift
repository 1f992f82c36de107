/// The width and height of an image in pixels, as the head of its file tells them: browsers keep room for it before
/// it has come.
package struct ImageSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    /// Reads the head of a PNG (RFC 2083), GIF (GIF89a), JPEG (ITU-T T.81) or WebP (RFC 9649) file. Nil for anything
    /// else, and for a head that is cut short.
    package init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self.init(Self.number(bytes, at: 16, length: 4), Self.number(bytes, at: 20, length: 4))
        } else if bytes.starts(with: Array("GIF8".utf8)) {
            self.init(Self.littleEndian(bytes, at: 6, length: 2), Self.littleEndian(bytes, at: 8, length: 2))
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            self.init(jpeg: bytes)
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBPVP8X".utf8)) {
            self.init(
                Self.littleEndian(bytes, at: 24, length: 3).map { $0 + 1 },
                Self.littleEndian(bytes, at: 27, length: 3).map { $0 + 1 })
        } else {
            return nil
        }
    }

    private init?(_ width: Int?, _ height: Int?) {
        guard let width, let height, width > 0, height > 0 else { return nil }
        self.width = width
        self.height = height
    }

    /// Walks the segments of a JPEG file to its frame header.
    private init?(jpeg bytes: [UInt8]) {
        var index = 2
        while index + 4 <= bytes.count, bytes[index] == 0xFF {
            // Any number of such bytes may stand before a marker (B.1.1.2).
            guard bytes[index + 1] != 0xFF else {
                index += 1
                continue
            }
            let marker = bytes[index + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                self.init(
                    Self.number(bytes, at: index + 7, length: 2), Self.number(bytes, at: index + 5, length: 2))
                return
            }
            guard let length = Self.number(bytes, at: index + 2, length: 2), length >= 2 else { return nil }
            index += 2 + length
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], at index: Int, length: Int) -> Int? {
        guard index + length <= bytes.count else { return nil }
        return bytes[index..<(index + length)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func littleEndian(_ bytes: [UInt8], at index: Int, length: Int) -> Int? {
        guard index + length <= bytes.count else { return nil }
        return bytes[index..<(index + length)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
