import ContentLoader
import TestSupport
import Testing

@Suite struct ImageSizeTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        /// Width and height; nil where none can be told.
        let size: [Int]?

        init(_ description: String, _ bytes: [UInt8], _ size: [Int]?) {
            testDescription = description
            self.bytes = bytes
            self.size = size
        }
    }

    private static func size(of bytes: [UInt8]) -> [Int]? { ImageSize(of: bytes).map { [$0.width, $0.height] } }

    private static func png(_ width: [UInt8], _ height: [UInt8]) -> [UInt8] {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        return signature + [0, 0, 0, 13] + Array("IHDR".utf8) + width + height + [8, 6, 0, 0, 0]
    }

    private static func gif(_ version: String, _ screen: [UInt8]) -> [UInt8] {
        Array(version.utf8) + screen + [0, 0, 0]
    }

    /// A segment of a JPEG file: its marker, its length, its content.
    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }

    /// A frame header of 640 by 480 pixels: the height comes first.
    private static func frame(_ marker: UInt8) -> [UInt8] {
        segment(marker, [8, 0x01, 0xE0, 0x02, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
    }

    private static func jpeg(_ segments: [UInt8]...) -> [UInt8] { [0xFF, 0xD8] + segments.joined() + [0xFF, 0xD9] }

    private static func webp(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBP\(chunk)".utf8) + [10, 0, 0, 0] + content
    }

    private static let application = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
    /// Bytes that look like a frame header, inside of something else.
    private static let metadata = segment(
        0xE1, Array("Exif\0\0".utf8) + frame(0xC0) + [UInt8](repeating: 0xFF, count: 400))
    private static let quantization = segment(0xDB, [UInt8](repeating: 1, count: 65))
    private static let huffman = segment(0xC4, [UInt8](repeating: 2, count: 28))

    static let samples: [Sample] = [
        Sample("PNG", png([0, 0, 2, 0x80], [0, 0, 1, 0xE0]), [640, 480]),
        Sample("a large PNG", png([0, 1, 0, 0], [0x7F, 0xFF, 0xFF, 0xFF]), [65_536, 2_147_483_647]),
        Sample("a PNG without width", png([0, 0, 0, 0], [0, 0, 1, 0xE0]), nil),
        Sample("GIF87a", gif("GIF87a", [0x80, 0x02, 0xE0, 0x01]), [640, 480]),
        Sample("GIF89a", gif("GIF89a", [1, 0, 0xFF, 0xFF]), [1, 65_535]),
        Sample("a GIF without height", gif("GIF89a", [1, 0, 0, 0]), nil),
        Sample("a baseline JPEG", jpeg(application, quantization, frame(0xC0)), [640, 480]),
        Sample("a progressive JPEG", jpeg(application, metadata, quantization, huffman, frame(0xC2)), [640, 480]),
        Sample("a JPEG with arithmetic coding", jpeg(segment(0xCC, [0, 0]), frame(0xC9)), [640, 480]),
        Sample("a JPEG with its tables first", jpeg(huffman, frame(0xC1)), [640, 480]),
        Sample("a JPEG without a frame", jpeg(application, huffman), nil),
        Sample("a JPEG with a segment that is too short", jpeg([0xFF, 0xE0, 0, 1], frame(0xC0)), nil),
        Sample("a JPEG with bytes between segments", jpeg(application, [0], frame(0xC0)), nil),
        Sample("WebP", webp("VP8X", [0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0]), [640, 480]),
        Sample("a large WebP", webp("VP8X", [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0]), [16_777_216, 1]),
        Sample("a sound", Array("RIFF\u{4}\0\0\0WAVEfmt ".utf8) + [UInt8](repeating: 1, count: 20), nil),
        Sample("SVG", Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\"/>".utf8), nil),
        Sample("nothing", [], nil),
    ]

    @Test(arguments: samples)
    func theHeadOfAFileTellsItsSize(_ sample: Sample) {
        #expect(Self.size(of: sample.bytes) == sample.size)
    }

    /// Any number of 0xFF may stand before a marker (ITU-T T.81, B.1.1.2).
    @Test func fillBytesOfAJPEGArePassedOver() {
        let padded = Self.jpeg(Self.application, [0xFF, 0xFF, 0xFF], Self.frame(0xC0))
        #expect(Self.size(of: padded) == [640, 480])
    }

    @Test(arguments: samples)
    func aHeadThatIsCutShortTellsTheSameOrNothing(_ sample: Sample) {
        for count in sample.bytes.indices {
            let size = Self.size(of: Array(sample.bytes[..<count]))
            #expect(size == nil || size == sample.size, "the first \(count) bytes")
        }
    }

    @Test func noBytesCrashItAndNoSizeIsWithoutPixels() {
        var random = SeededGenerator(seed: 2_000)
        var told = 0
        for _ in 0..<2_000 {
            var bytes = Self.samples.randomElement(using: &random)?.bytes ?? []
            for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: bytes.indices, using: &random)
                let likely: [UInt8] = [0, 0xC0, 0xFF, UInt8.random(in: 0...255, using: &random)]
                bytes[index] = likely.randomElement(using: &random) ?? 0
            }
            let cut = Int.random(in: 0...(bytes.count / 8), using: &random)
            guard let size = Self.size(of: bytes.dropLast(cut)) else { continue }
            told += 1
            #expect(size.allSatisfy { $0 > 0 })
        }
        #expect(told > 100, "enough of them are images still")
    }
}
