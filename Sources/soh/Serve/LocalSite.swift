import ContentLoader
import FastCGI
import Forms
import Intake
import NIOHTTP1
import SiteModel
import TemplateEngine

/// What a web server does in front of the sites: files by host, forms and searches to the intake. For the author it
/// adds the faults of the last build to every page, and loads pages anew when they change.
struct LocalSite: Sendable {
    let root: String
    let preview: LivePreview
    let intake: Client
    let port: Int

    func respond(to request: WebRequest) async -> WebResponse {
        let state = preview.current
        if request.path.hasPrefix(PreviewPage.prefix) { return answerPreview(request) }
        var response = await answer(request, state.bundle)
        guard response.headers.contains(where: { $0.0 == "Content-Type" && $0.1.hasPrefix("text/html") }) else {
            return response
        }
        response.body = PreviewPage.adding(to: response.body, generation: state.generation, faults: state.faults)
        response.headers.removeAll { $0.0 == "Content-Security-Policy" }
        response.headers.append(
            (
                "Content-Security-Policy",
                SecurityHeaders.contentSecurityPolicy(leavingFor: state.bundle.contents.neutralPage)
            ))
        return response
    }

    private func answer(_ request: WebRequest, _ bundle: LoadedBundle) async -> WebResponse {
        let force = bundle.contents.forces.first { $0.value.hosts.contains(request.host) }?.key
        if request.path.hasPrefix("/forms/") || request.path == "/search" || request.path.hasPrefix("/search/") {
            let response = await forward(request)
            guard response.status == 502, let force else { return response }
            return file("/503.html", below: "\(root)/\(force)", status: 503)
        }
        guard request.head.method == .GET || request.head.method == .HEAD else { return WebResponse(status: 405) }
        if let force { return page(request.path, below: "\(root)/\(force)") }
        guard ["localhost", "127.0.0.1"].contains(request.host) else { return WebResponse(status: 421) }
        if request.path == "/" { return directory(bundle) }
        // Assets are the same below every host.
        guard request.path.hasPrefix("/assets/"), let any = bundle.contents.forces.keys.min() else {
            return WebResponse(status: 404)
        }
        return page(request.path, below: "\(root)/\(any)")
    }

    /// A file by its address without `.html`, a redirect for an address of before, or the site's page for addresses
    /// that lead nowhere.
    private func page(_ path: String, below folder: String) -> WebResponse {
        let parts = path.split(separator: "/")
        guard parts.allSatisfy({ (!$0.hasPrefix(".") || $0 == ".well-known") && !$0.contains("%") }) else {
            return WebResponse(status: 404)
        }
        let name = parts.joined(separator: "/")
        for candidate in [name, "\(name).html", name.isEmpty ? "index.html" : "\(name)/index.html"] {
            let response = file("/\(candidate)", below: folder, status: 200)
            if response.status == 200 { return response }
        }
        if let target = redirect(from: "/\(name)", below: folder) {
            return WebResponse(status: 301, headers: [("Location", target)])
        }
        let missing = parts.first == "cy" ? "/cy/404.html" : "/404.html"
        let response = file(missing, below: folder, status: 404)
        return response.body.isEmpty ? file("/404.html", below: folder, status: 404) : response
    }

    private func redirect(from path: String, below folder: String) -> String? {
        guard let map = try? SourceFolder.read("\(folder)/redirects.txt") else { return nil }
        for line in String(decoding: map, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            if parts.count == 2, parts[0] == path { return String(parts[1]) }
        }
        return nil
    }

    /// A file with its status; 404 without a body where there is none.
    private func file(_ path: String, below folder: String, status: Int) -> WebResponse {
        guard let bytes = try? SourceFolder.read("\(folder)\(path)"), !bytes.isEmpty else {
            return WebResponse(status: 404)
        }
        return WebResponse(status: status, headers: Self.headers(of: path), body: bytes)
    }

    private static func headers(of file: String) -> [(String, String)] {
        let types = [
            "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml",
            "js": "text/javascript; charset=utf-8", "xml": "application/xml", "gif": "image/gif", "webp": "image/webp",
            "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "pdf": "application/pdf",
            "txt": "text/plain; charset=utf-8",
        ]
        let suffix = file.split(separator: ".").last.map(String.init) ?? ""
        return [("Content-Type", types[suffix] ?? "application/octet-stream"), ("Cache-Control", "no-cache")]
            + SecurityHeaders.all(leavingFor: nil)
    }

    /// Answers what only the author's pages ask for.
    private func answerPreview(_ request: WebRequest) -> WebResponse {
        switch request.path {
        case "\(PreviewPage.prefix)reload.js":
            return WebResponse(
                status: 200, headers: Self.headers(of: "reload.js"), body: Array(PreviewPage.script.utf8))
        case "\(PreviewPage.prefix)serve.css":
            return WebResponse(
                status: 200, headers: Self.headers(of: "serve.css"), body: Array(PreviewPage.stylesheet.utf8))
        case "\(PreviewPage.prefix)events":
            let since = request.head.uri.split(separator: "=").last.flatMap { Int($0) } ?? 0
            return WebResponse(
                status: 200, headers: [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")],
                events: preview.generations(after: since))
        default: return WebResponse(status: 404)
        }
    }

    /// The list of all forces.
    private func directory(_ bundle: LoadedBundle) -> WebResponse {
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
