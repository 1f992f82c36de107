import FastCGI
import NIOHTTP1

extension LocalSite {
    /// Headers that do not become parameters: two have parameters of their own, and one would be taken for a setting.
    private static let dropped: Set<String> = ["content-type", "content-length", "proxy"]

    /// Passes a request on to the intake as a web server does (RFC 3875, section 4.1).
    func forward(_ request: WebRequest) async -> WebResponse {
        let uri = request.head.uri
        let query = uri.firstIndex(of: "?").map { String(uri[uri.index(after: $0)...]) } ?? ""
        var parameters: [(name: String, value: String)] = [
            ("GATEWAY_INTERFACE", "CGI/1.1"), ("SERVER_PROTOCOL", "HTTP/1.1"),
            ("REQUEST_METHOD", request.head.method.rawValue), ("REQUEST_URI", uri), ("SCRIPT_NAME", request.path),
            ("QUERY_STRING", query), ("CONTENT_LENGTH", request.body.isEmpty ? "" : String(request.body.count)),
            ("CONTENT_TYPE", request.head.headers.first(name: "Content-Type") ?? ""),
        ]
        for header in request.head.headers where !Self.dropped.contains(header.name.lowercased()) {
            parameters.append(("HTTP_" + header.name.uppercased().replacing("-", with: "_"), header.value))
        }
        do {
            let response = try await intake.send(Request(parameters: parameters, body: request.body))
            return WebResponse(
                status: response.status, headers: response.headers.map { ($0.name, $0.value) }, body: response.body)
        } catch {
            return WebResponse(status: 502)
        }
    }
}
