import NIOCore

/// A response: a status, header fields and a body.
///
/// A long body is written as it is made:
///
/// ```swift
/// Response(status: 200, headers: [("Content-Type", "video/mp4")]) { writer in
///     for try await bytes in file { try await writer.write(bytes) }
/// }
/// ```
public struct Response: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    /// Writes what comes after `body`. Where it throws, the connection is closed, so that nobody takes half a body for
    /// a whole one.
    public var stream: (@Sendable (ResponseWriter) async throws -> Void)?

    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A response whose body is written as it is made.
    public init(
        status: Int, headers: [(name: String, value: String)] = [],
        stream: @escaping @Sendable (ResponseWriter) async throws -> Void
    ) {
        self.init(status: status, headers: headers)
        self.stream = stream
    }

    /// The response as a CGI document response (RFC 3875, section 6.2): header lines, an empty line, the body.
    /// Control characters in a header are left out, so that no value can begin another line.
    var document: ByteBuffer {
        var bytes = ByteBuffer(string: "Status: \(status) \(ReasonPhrase.of(status))\r\n")
        for header in headers {
            bytes.writeBytes(header.name.utf8.filter { $0 > 0x20 && $0 != 0x7F })
            bytes.writeString(": ")
            bytes.writeBytes(header.value.utf8.filter { $0 >= 0x20 && $0 != 0x7F })
            bytes.writeString("\r\n")
        }
        bytes.writeString("\r\n")
        bytes.writeBytes(body)
        return bytes
    }
}
