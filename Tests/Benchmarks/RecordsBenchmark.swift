import FastCGI
import NIOCore

/// Whole requests as nginx sends them, cut into records: about 600 bytes of parameters and a body of 8 KiB each.
enum RecordsBenchmark {
    /// The longest buffer of requests, in bytes. Beyond 16 MiB, swift-nio copies a slice instead of sharing it.
    static let longest = 8 << 20
    private static let bodyLength = 8 << 10

    /// What nginx passes on with `fastcgi_params`, and the headers of a browser: 25 pairs.
    private static let parameters = [
        ("QUERY_STRING", ""), ("REQUEST_METHOD", "POST"), ("CONTENT_TYPE", "application/x-www-form-urlencoded"),
        ("CONTENT_LENGTH", "8192"), ("SCRIPT_NAME", "/forms/burglary/what-happened"),
        ("REQUEST_URI", "/forms/burglary/what-happened"), ("DOCUMENT_URI", "/forms/burglary/what-happened"),
        ("DOCUMENT_ROOT", "/srv/soh/public/gwent"), ("SERVER_PROTOCOL", "HTTP/1.1"), ("REQUEST_SCHEME", "https"),
        ("HTTPS", "on"), ("GATEWAY_INTERFACE", "CGI/1.1"), ("SERVER_SOFTWARE", "nginx/1.22.1"),
        ("REMOTE_ADDR", "192.0.2.7"), ("REMOTE_PORT", "52814"), ("SERVER_ADDR", "192.0.2.1"), ("SERVER_PORT", "443"),
        ("SERVER_NAME", "gwent.example"), ("SOH_FORCE", "gwent"), ("HTTP_HOST", "gwent.example"),
        ("HTTP_ACCEPT", "text/html"), ("HTTP_ORIGIN", "https://gwent.example"), ("HTTP_SEC_FETCH_SITE", "same-origin"),
        ("HTTP_ACCEPT_LANGUAGE", "cy"), ("HTTP_CONNECTION", "close"),
    ]

    static func rows(length: Int) throws -> [Row] {
        let (buffer, requests) = requests(length: length)
        return try [("records", false), ("records and parameters", true)].map { name, decodesParameters in
            let (ends, pairs, _) = try cut(buffer, decodesParameters: decodesParameters)
            let expectedPairs = decodesParameters ? requests * parameters.count : 0
            guard ends == requests, pairs == expectedPairs else { throw WrongResult(row: name) }
            var ours = Timing()
            for _ in 0..<Timing.runs {
                try ours.run { try cut(buffer, decodesParameters: decodesParameters).bytes }
            }
            return Row(
                name: name, bytesPerSecond: Double(buffer.readableBytes) / ours.best,
                requestsPerSecond: Double(requests) / ours.best, checksum: ours.checksum)
        }
    }

    /// How many bodies end in the buffer, how many parameters it holds, and how many bytes are in either.
    private static func cut(
        _ buffer: ByteBuffer, decodesParameters: Bool
    ) throws -> (ends: Int, pairs: Int, bytes: Int) {
        var rest = buffer
        var ends = 0
        var pairs = 0
        var bytes = 0
        while let record = try RecordDecoder.next(in: &rest) {
            bytes += record.content.readableBytes
            if record.kind == .standardInput, record.content.readableBytes == 0 { ends += 1 }
            guard decodesParameters, record.kind == .parameters else { continue }
            for pair in try NameValuePairs.decode(record.content) {
                pairs += 1
                bytes += pair.value.utf8.count
            }
        }
        return (ends, pairs, bytes)
    }

    /// Requests of at least `length` bytes together, and their number.
    private static func requests(length: Int) -> (ByteBuffer, Int) {
        var begin = ByteBuffer()
        // The role of a responder, the flag that keeps the connection, and five bytes that mean nothing (section 5.1).
        begin.writeInteger(UInt16(1))
        begin.writeInteger(UInt8(1))
        begin.writeRepeatingByte(0, count: 5)
        let pairs = NameValuePairs.encode(parameters.map { (name: $0.0, value: $0.1) })
        let body = ByteBuffer(repeating: UInt8(ascii: "a"), count: bodyLength)
        var buffer = ByteBuffer()
        var requests = 0
        while buffer.readableBytes < length {
            buffer.write(Record(.beginRequest, requestID: 1, content: begin))
            buffer.write(stream: .parameters, requestID: 1, pairs)
            buffer.write(stream: .standardInput, requestID: 1, body)
            requests += 1
        }
        return (buffer, requests)
    }
}
