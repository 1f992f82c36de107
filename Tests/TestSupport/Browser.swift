import Foundation

/// A browser without scripts: it follows redirects, keeps cookies by path, and posts what a form says.
package struct Browser: Sendable {
    package struct Page: Sendable {
        package let status: Int
        package let url: String
        package let headers: [(name: String, value: String)]
        package let html: HTMLPage

        package func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    private struct Cookie: Sendable {
        let name: String
        let value: String
        let path: String
    }

    private let address: PeerAddress
    private let host: String
    private var cookies: [Cookie] = []

    package init(_ address: PeerAddress, host: String) {
        self.address = address
        self.host = host
    }

    package mutating func get(_ url: String) async throws -> Page {
        try await follow(try await request("GET", url))
    }

    /// Fills the form of a page and sends it, and follows where that leads.
    package mutating func submit(_ form: HTMLForm, _ answers: [String: String] = [:]) async throws -> Page {
        try await submit(form, form.fields(answers))
    }

    /// Sends the form of a page with these fields, and follows where that leads.
    package mutating func submit(
        _ form: HTMLForm, _ fields: [(name: String, value: String)]
    ) async throws -> Page {
        try await follow(try await post(form, fields))
    }

    /// Sends the form of a page with these fields, and does not follow.
    package mutating func post(
        _ form: HTMLForm, _ fields: [(name: String, value: String)]
    ) async throws -> Page {
        let (body, type) = form.body(fields)
        return try await request("POST", form.action, body: body, headers: ["Content-Type": type])
    }

    /// Posts a body, and does not follow.
    package mutating func post(
        _ url: String, _ body: String, type: String = "application/x-www-form-urlencoded",
        headers: [String: String] = [:]
    ) async throws -> Page {
        var all = headers
        all["Content-Type"] = type
        return try await request("POST", url, body: Array(body.utf8), headers: all)
    }

    private mutating func follow(_ page: Page) async throws -> Page {
        var page = page
        for _ in 0..<10 {
            guard (300..<400).contains(page.status), let location = page.header("Location") else { return page }
            page = try await request("GET", location)
        }
        return page
    }

    package mutating func request(
        _ method: String, _ url: String, body: [UInt8]? = nil, headers: [String: String] = [:]
    ) async throws -> Page {
        let path = url.hasPrefix("http://") ? "/" + url.split(separator: "/", maxSplits: 2).dropFirst(2).joined() : url
        var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"]
        lines += headers.map { "\($0.key): \($0.value)" }
        let matching = cookies.filter { path.hasPrefix($0.path) }
        if !matching.isEmpty {
            lines.append("Cookie: " + matching.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
        }
        if let body { lines.append("Content-Length: \(body.count)") }
        let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? [])
        let response = try HTTPResponse(try await address.exchange(bytes))
        for header in response.headers where header.name.lowercased() == "set-cookie" { keep(header.value) }
        return Page(
            status: response.status, url: path, headers: response.headers, html: HTMLPage(response.body))
    }

    private mutating func keep(_ header: String) {
        let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        let pair = parts[0].split(separator: "=", maxSplits: 1).map(String.init)
        let path = parts.first { $0.hasPrefix("Path=") }.map { String($0.dropFirst(5)) } ?? "/"
        guard pair.count == 2 else { return }
        cookies.removeAll { $0.name == pair[0] && $0.path == path }
        cookies.append(Cookie(name: pair[0], value: pair[1], path: path))
    }
}
