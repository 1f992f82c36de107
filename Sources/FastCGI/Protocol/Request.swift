/// A request as the web server passed it on.
public struct Request: Sendable {
    /// The parameters, in their order, a name as often as it came.
    public let parameters: [(name: String, value: String)]
    public let body: RequestBody

    public init(parameters: [(name: String, value: String)], body: RequestBody) {
        self.parameters = parameters
        self.body = body
    }

    /// A request whose body is there already.
    public init(parameters: [(name: String, value: String)], body: [UInt8] = []) {
        self.init(parameters: parameters, body: RequestBody(body))
    }

    /// The values of a parameter: none, one, or more where the web server or its peer repeated it.
    public func values(of name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    /// The first value of a parameter; nil where there is none.
    public func first(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }
}

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
    var document: [UInt8] {
        var bytes: [UInt8] = Array("Status: \(status)\r\n".utf8)
        for header in headers {
            bytes += header.name.utf8.filter { $0 > 0x20 && $0 != 0x7F }
            bytes += Array(": ".utf8)
            bytes += header.value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }
            bytes += Array("\r\n".utf8)
        }
        bytes += Array("\r\n".utf8)
        return bytes + body
    }

    /// Reads a CGI document response; nil where it is none.
    init?(document: [UInt8]) {
        var status = 200
        var headers: [(name: String, value: String)] = []
        var rest = document[...]
        while true {
            guard let end = rest.firstIndex(of: 0x0A) else { return nil }
            var line = rest[..<end]
            rest = rest[(end + 1)...]
            if line.last == 0x0D { line.removeLast() }
            if line.isEmpty { break }
            let text = String(decoding: line, as: UTF8.self)
            guard let colon = text.firstIndex(of: ":") else { return nil }
            let name = String(text[..<colon])
            let value = String(text[text.index(after: colon)...].drop { $0 == " " })
            if name.lowercased() == "status" {
                guard let code = Int(value.prefix(3)) else { return nil }
                status = code
            } else {
                headers.append((name, value))
            }
        }
        self.init(status: status, headers: headers, body: Array(rest))
    }
}
