/// Forms in `multipart/form-data`, right or wrong (RFC 7578).
enum MultipartText {
    static let boundary = "B"
    static let type = "multipart/form-data; boundary=B"

    /// A part with the headers that a browser sends with a text.
    static func part(_ name: String, _ value: String) -> String {
        part(headers: ["Content-Disposition: form-data; name=\"\(name)\""], value)
    }

    static func part(headers: [String], _ content: String) -> String {
        headers.map { "\($0)\r\n" }.joined() + "\r\n" + content
    }

    /// A part with the headers that a browser sends with a file.
    static func file(_ name: String, filename: String, _ content: String) -> String {
        part(
            headers: [
                "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\"",
                "Content-Type: application/octet-stream",
            ], content)
    }

    static func parts(_ fields: [(name: String, value: String)]) -> [String] {
        fields.map { part($0.name, $0.value) }
    }

    /// Parts between their delimiters, with nothing behind the last.
    static func open(_ parts: [String], boundary: String = boundary) -> String {
        parts.map { "--\(boundary)\r\n\($0)" }.joined(separator: "\r\n")
    }

    /// A whole body.
    static func body(_ parts: [String], boundary: String = boundary) -> String {
        open(parts, boundary: boundary) + "\r\n--\(boundary)--\r\n"
    }
}
