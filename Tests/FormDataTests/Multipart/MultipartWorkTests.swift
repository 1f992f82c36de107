import Testing

@testable import FormData

/// The work is counted, not timed: how often a byte is looked at.
@Suite struct MultipartWorkTests {
    private static let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
    private static let length = 8 << 20  // bytes

    private static func work(_ content: [UInt8], piece: Int) throws -> (scanned: Int, length: Int, handedOn: Int) {
        var decoder = try MultipartDecoder(contentType: "multipart/form-data; boundary=\(boundary)")
        let head = "--\(boundary)\r\n\(Bodies.disposition); filename=\"x\"\r\n\r\n"
        let body = Array(head.utf8) + content + Array("\r\n--\(boundary)--\r\n".utf8)
        var handedOn = 0
        for start in stride(from: 0, to: body.count, by: piece) {
            try decoder.push(body[start..<min(start + piece, body.count)]) {
                if case .bytes(let bytes) = $0 { handedOn += bytes.count }
            }
        }
        try decoder.finish()
        return (decoder.scannedBytes, body.count, handedOn)
    }

    private static let hostile = [
        "a", "\r", "\n", "\r\n", "\r\n-", "\r\n--", "\r\r\n--", "-", "\r\n--\(boundary.dropLast())",
        "\r\n--\(boundary)x",
        "\r\n--\(boundary)-", "\r\n--\(boundary)\r", "\r\n--\(boundary)-\r",
    ]

    @Test(arguments: hostile)
    func theWorkIsLinearForEightMebibytes(unit: String) throws {
        var content = Array(unit.utf8)
        while content.count < Self.length { content += content }
        let work = try Self.work(content, piece: 64 << 10)
        #expect(work.handedOn == content.count)
        #expect(work.scanned <= 3 * work.length)
    }

    @Test(arguments: hostile, [1, 2, 3, 4, 5, 11, 12, 40])
    func theWorkIsLinearForSmallPieces(unit: String, piece: Int) throws {
        let unit = Array(unit.utf8)
        let content = (0..<(8_192 / unit.count)).flatMap { _ in unit }
        let work = try Self.work(content, piece: piece)
        #expect(work.handedOn == content.count)
        #expect(work.scanned <= 3 * work.length)
    }
}
