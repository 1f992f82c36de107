import ContentLoader
import FastCGI
import Forms
import Intake
import NIOHTTP1
import SiteModel
import TemplateEngine

/// What a web server does in front of the sites: files by host, forms to the intake.
struct LocalSite: Sendable {
    let root: String
    let bundle: LoadedBundle
    let intake: Client
    let port: Int

    func respond(to request: WebRequest) async -> WebResponse {
        if request.path.hasPrefix("/forms/") { return await forward(request) }
        guard request.head.method == .GET || request.head.method == .HEAD else { return WebResponse(status: 405) }
        if let force = bundle.contents.forces.first(where: { $0.value.hosts.contains(request.host) }) {
            return file(request.path, below: "\(root)/\(force.key)")
        }
        guard ["localhost", "127.0.0.1"].contains(request.host) else { return WebResponse(status: 421) }
        if request.path == "/" { return directory() }
        // Assets are the same below every host.
        guard request.path.hasPrefix("/assets/"), let any = bundle.contents.forces.keys.min() else {
            return WebResponse(status: 404)
        }
        return file(request.path, below: "\(root)/\(any)")
    }

    /// A file by its address without `.html`, or the site's page for addresses that lead nowhere.
    private func file(_ path: String, below folder: String) -> WebResponse {
        let parts = path.split(separator: "/")
        guard parts.allSatisfy({ !$0.hasPrefix(".") && !$0.contains("%") }) else { return WebResponse(status: 404) }
        let name = parts.joined(separator: "/")
        for candidate in [name, "\(name).html", name.isEmpty ? "index.html" : "\(name)/index.html"] {
            guard let bytes = try? SourceFolder.read("\(folder)/\(candidate)"), !bytes.isEmpty else { continue }
            return WebResponse(status: 200, headers: Self.headers(of: candidate), body: bytes)
        }
        let missing = parts.first == "cy" ? "cy/404.html" : "404.html"
        let bytes = (try? SourceFolder.read("\(folder)/\(missing)")) ?? (try? SourceFolder.read("\(folder)/404.html"))
        return WebResponse(status: 404, headers: Self.headers(of: missing), body: bytes ?? [])
    }

    private static func headers(of file: String) -> [(String, String)] {
        let types = [
            "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml",
            "png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf", "txt": "text/plain; charset=utf-8",
        ]
        let suffix = file.split(separator: ".").last.map(String.init) ?? ""
        return [
            ("Content-Type", types[suffix] ?? "application/octet-stream"), ("Cache-Control", "no-cache"),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ]
    }

    /// Headers that do not become parameters: two have parameters of their own, and one would be taken for a setting.
    private static let dropped: Set<String> = ["content-type", "content-length", "proxy"]

    /// Passes a request on to the intake as a web server does (RFC 3875, section 4.1).
    private func forward(_ request: WebRequest) async -> WebResponse {
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

    /// The list of all forces.
    private func directory() -> WebResponse {
        let forces = bundle.contents.forces.sorted { $0.value.name.en < $1.value.name.en }
        let items = forces.map { force -> TemplateValue in
            let url = "http://\(force.value.hosts.last ?? ""):\(port)/"
            let welsh = force.value.languages.contains(.welsh) ? url + "cy/" : nil
            return [
                "name": .text(force.value.name[.english]), "url": .text(url), "welsh": .text(orNull: welsh),
            ]
        }
        guard let html = try? bundle.directory(["forces": .list(items)]) else { return WebResponse(status: 500) }
        return WebResponse(status: 200, headers: Self.headers(of: "index.html"), body: html.bytes)
    }
}
