import FormData
import Glibc
import TestSupport

/// A body with one file, against `memchr` over the same bytes.
///
/// `memchr` looks for CR, where each delimiter begins, in the same pieces, and begins again behind each that it finds:
/// the least that a search can do which calls it. In letters it never finds one.
enum MultipartBenchmark {
    /// What the file is full of.
    private enum Contents: String, CaseIterable {
        /// As in photos and videos, which are compressed.
        case random
        case letters
        /// Nothing but line ends.
        case lines = "CRLF"
    }

    private static let boundary = "----benchmark7MA4YWxkTrZu0gW"

    static func rows(fileLength: Int) throws -> [Row] {
        try Contents.allCases.map { contents in
            let name = "multipart, \(contents.rawValue) file"
            let body = body(around: bytes(of: contents, count: fileLength))
            guard try decode(body) == fileLength else { throw WrongResult(row: name) }
            var ours = Timing()
            var peer = Timing()
            for _ in 0..<Timing.runs {
                try ours.run { try decode(body) }
                peer.run { countReturns(in: body) }
            }
            let length = Double(body.count)
            return Row(
                name: name, bytesPerSecond: length / ours.best, peer: ("memchr", length / peer.best),
                checksum: ours.checksum &+ peer.checksum)
        }
    }

    /// How many bytes of files the body holds.
    private static func decode(_ body: [UInt8]) throws -> Int {
        var limits = MultipartLimits()
        limits.body = body.count
        limits.file = body.count
        var decoder = try MultipartDecoder(contentType: "multipart/form-data; boundary=\(boundary)", limits: limits)
        var length = 0
        try Pieces.of(body) { piece in
            var rest = piece
            while let event = try decoder.next(in: &rest) {
                if case .bytes(let bytes) = event { length += bytes.count }
            }
        }
        try decoder.finish()
        return length
    }

    private static func countReturns(in body: [UInt8]) -> Int {
        var count = 0
        Pieces.of(body) { piece in
            piece.withUnsafeBytes { bytes in
                guard var position = bytes.baseAddress else { return }
                let end = position + bytes.count
                while let found = memchr(position, Int32(UInt8(ascii: "\r")), position.distance(to: end)) {
                    count += 1
                    position = UnsafeRawPointer(found) + 1
                }
            }
        }
        return count
    }

    private static func body(around file: [UInt8]) -> [UInt8] {
        let head = """
            --\(boundary)\r
            Content-Disposition: form-data; name="photo"; filename="front-door.jpg"\r
            Content-Type: image/jpeg\r
            \r\n
            """
        return Array(head.utf8) + file + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    private static func bytes(of contents: Contents, count: Int) -> [UInt8] {
        switch contents {
        case .random:
            var generator = SeededGenerator(seed: 0x5EED)
            return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        case .letters: return (0..<count).map { UInt8(ascii: "a") + UInt8($0 % 26) }
        case .lines: return (0..<count).map { $0.isMultiple(of: 2) ? UInt8(ascii: "\r") : UInt8(ascii: "\n") }
        }
    }
}
