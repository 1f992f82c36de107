/// Multipart bodies with the boundary `B`.
enum Bodies {
    static let disposition = "Content-Disposition: form-data; name=\"f\""

    static func field(_ value: [UInt8]) -> [UInt8] {
        part(headers: [disposition], value)
    }

    static func file(_ content: [UInt8]) -> [UInt8] {
        part(headers: [disposition + "; filename=\"x\""], content)
    }

    /// A body of one part.
    static func part(headers: [String], _ content: [UInt8] = []) -> [UInt8] {
        Array("--B\r\n\(headers.map { $0 + "\r\n" }.joined())\r\n".utf8) + content + Array("\r\n--B--\r\n".utf8)
    }

    /// A body of empty fields.
    static func fields(_ count: Int) -> String {
        String(repeating: "--B\r\n\(disposition)\r\n\r\n\r\n", count: count) + "--B--\r\n"
    }
}
