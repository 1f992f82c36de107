import Foundation
import TestSupport

/// A FastCGI client that others wrote.
enum FastCGIPeer: CaseIterable {
    /// The program of Debian's libfcgi-bin: the reference library.
    case cgiFcgi
    /// The PyPI package fcgi-client, by way of `fastcgi_peer.py`.
    case fcgiClient

    /// The longest body to try, in bytes. fcgi-client writes a body into one record, which holds 65,535 bytes.
    var longestBody: Int {
        switch self {
        case .cgiFcgi: 200 << 10
        case .fcgiClient: 60 << 10
        }
    }

    struct Failure: Error {
        let text: String
    }

    /// Sends a request for a page of Gwent, and gives the answer.
    func send(_ method: String, _ url: String, body: String? = nil, to socket: String) async throws -> CGIAnswer {
        var parameters = ["REQUEST_METHOD": method, "REQUEST_URI": url, "HTTP_HOST": "gwent.localhost"]
        if let body {
            parameters["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
            parameters["CONTENT_LENGTH"] = "\(body.utf8.count)"
        }
        switch self {
        case .cgiFcgi:
            let outcome = try await Program.run(
                "/usr/bin/cgi-fcgi", ["-bind", "-connect", socket], environment: parameters, input: body ?? "")
            guard outcome.status == 0, outcome.errors.isEmpty else { throw Failure(text: outcome.errors) }
            return try CGIAnswer(outcome.output)
        case .fcgiClient:
            let arguments = [socket] + parameters.map { "\($0.key)=\($0.value)" }
            return try CGIAnswer(try await Python.run("fastcgi_peer.py", arguments, input: body ?? ""))
        }
    }
}

/// What a FastCGI or CGI program answers (RFC 3875, section 6).
struct CGIAnswer {
    /// The lines of the head.
    let head: [String]
    let body: String

    struct Malformed: Error {
        let text: String
    }

    init(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw Malformed(text: text) }
        head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        body = String(decoding: bytes[end.upperBound...], as: UTF8.self)
    }
}
