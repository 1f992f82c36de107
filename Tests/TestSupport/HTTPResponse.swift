import Foundation

/// An HTTP/1.1 response, read whole.
package struct HTTPResponse: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: String

    package struct Malformed: Error {
        package let text: String
    }

    package init(_ bytes: [UInt8]) throws {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else {
            throw Malformed(text: String(decoding: bytes, as: UTF8.self))
        }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let code = head.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Malformed(text: head.first ?? "")
        }
        status = code
        headers = head.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (String(line[..<colon]), value)
        }
        var rest = Array(bytes[end.upperBound...])
        let isChunked = headers.contains { $0.name.lowercased() == "transfer-encoding" && $0.value == "chunked" }
        if isChunked { rest = Self.joined(chunks: rest) }
        body = String(decoding: rest, as: UTF8.self)
    }

    private static func joined(chunks bytes: [UInt8]) -> [UInt8] {
        var joined: [UInt8] = []
        var rest = bytes[...]
        while let end = rest.firstRange(of: Array("\r\n".utf8)) {
            let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16) ?? 0
            guard size > 0, rest.count >= end.upperBound - rest.startIndex + size else { break }
            joined += rest[end.upperBound..<(end.upperBound + size)]
            rest = rest[(end.upperBound + size)...].dropFirst(2)
        }
        return joined
    }
}
