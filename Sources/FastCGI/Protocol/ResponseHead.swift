import NIOCore

/// The head of a CGI document response (RFC 3875, section 6.3): status and header fields.
struct ResponseHead: Sendable {
    /// What comes is not a head, or is longer than `limit`.
    struct Malformed: Error {}

    /// The longest head that is read, in bytes.
    static let limit = 64 * 1024

    private(set) var status = 200
    private(set) var headers: [(name: String, value: String)] = []

    /// Takes a head, with the empty line that ends it, from the front of what has come. Lines end with LF or CRLF.
    ///
    /// - Returns: Nil while it is not all there.
    static func take(from bytes: inout ByteBuffer) throws(Malformed) -> ResponseHead? {
        var head = ResponseHead()
        var rest = bytes
        while let end = rest.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            let length = end - rest.readerIndex
            var line = rest.readString(length: length)?[...] ?? ""
            rest.moveReaderIndex(forwardBy: 1)
            if line.utf8.last == UInt8(ascii: "\r") { line = line.dropLast() }
            guard !line.isEmpty else {
                bytes = rest
                return head
            }
            try head.add(line)
        }
        guard bytes.readableBytes <= limit else { throw Malformed() }
        return nil
    }

    private mutating func add(_ line: Substring) throws(Malformed) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw Malformed() }
        let name = String(line[..<colon])
        let value = String(line[line.utf8.index(after: colon)...].drop { $0 == " " })
        guard name.lowercased() == "status" else { return headers.append((name, value)) }
        guard let code = Int(value.prefix(3)), code >= 100 else { throw Malformed() }
        status = code
    }
}
