import TestSupport

/// A request of HTTP/1.1 as bytes, right or wrong.
struct WebRequest: Sendable {
    /// The line of the request, and the header fields, without line ends.
    var head: [String]
    var body: String

    /// A form that is posted to Gwent.
    ///
    /// - Parameter framing: How the end of the body is told; nil for its length.
    init(
        posting body: String, to uri: String, type: String = "application/x-www-form-urlencoded",
        framing: [String]? = nil, _ headers: [String] = []
    ) {
        head = ["POST \(uri) HTTP/1.1", "Host: gwent.localhost", "Connection: close", "Content-Type: \(type)"]
        head += framing ?? ["Content-Length: \(body.utf8.count)"]
        head += headers
        self.body = body
    }

    var headBytes: [UInt8] { Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) }
    var bytes: [UInt8] { headBytes + Array(body.utf8) }

    /// A body in chunks of that many bytes (RFC 9112, section 7.1), without the last one.
    static func chunks(_ body: String, of length: Int, extended: String = "") -> String {
        let bytes = Array(body.utf8)
        let starts = stride(from: 0, to: bytes.count, by: length)
        let chunks = starts.map { start in
            let chunk = bytes[start..<min(start + length, bytes.count)]
            return "\(String(chunk.count, radix: 16))\(extended)\r\n\(String(decoding: chunk, as: UTF8.self))\r\n"
        }
        return chunks.joined()
    }
}

/// What a web server answered; nothing where it closed the connection.
struct WebAnswer: Sendable {
    private let response: HTTPResponse?

    /// - Throws: Where what came is no answer.
    init(_ bytes: [UInt8]) throws {
        response = bytes.isEmpty ? nil : try HTTPResponse(bytes)
    }

    var status: Int? { response?.status }

    func header(_ name: String) -> String? {
        response?.headers.first { $0.name == name }?.value
    }
}
