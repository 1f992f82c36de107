import FastCGI
import Forms
import NIOCore
import SiteModel

/// What the intake wants to know of a request, read from its parameters.
struct RequestHead {
    enum Method: String {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
    }

    /// The longest path and query that are looked at, in bytes: somebody may paste a whole page into the search.
    private static let longestTarget = 65_536

    let method: Method
    /// The path, as it came: no address of ours has anything that is percent-encoded.
    let path: String
    let query: String
    let isSecure: Bool
    private let request: Request

    /// - Throws: `Problem` where the request makes no sense.
    init(_ request: Request) throws(Problem) {
        guard let text = request.first("REQUEST_METHOD"), let method = Method(rawValue: text) else {
            throw .methodNotAllowed
        }
        self.method = method
        self.request = request
        let target =
            request.first("REQUEST_URI")
            ?? request.first("SCRIPT_NAME").map { script in
                script + (request.first("PATH_INFO") ?? "") + (request.first("QUERY_STRING").map { "?\($0)" } ?? "")
            }
        guard let target, target.utf8.count <= Self.longestTarget else { throw .badRequest }
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(halves[0])
        query = halves.count > 1 ? String(halves[1]) : ""
        let https = request.first("HTTPS") ?? ""
        isSecure = !https.isEmpty && https != "off"
    }

    /// The force that the request is for: what the web server says, or else the host.
    ///
    /// - Throws: `.badRequest` where either comes twice, `.misdirected` where there is no such force.
    func force(in bundle: LoadedBundle) throws(Problem) -> ForceID {
        let named = request.values(of: "SOH_FORCE").filter { !$0.isEmpty }
        guard named.count <= 1 else { throw .badRequest }
        if let name = named.first {
            guard let force = ForceID(rawValue: name), bundle.contents.forces[force] != nil else { throw .misdirected }
            return force
        }
        let hosts = request.values(of: "HTTP_HOST")
        guard hosts.count <= 1 else { throw .badRequest }
        let host = (hosts.first ?? "").lowercased().prefix { $0 != ":" }
        guard let force = bundle.force(ofHost: String(host)) else { throw .misdirected }
        return force
    }

    /// Refuses what another site made the citizen's browser send (Fetch Metadata). A browser that does not say is
    /// believed.
    func refuseOtherSites() throws(Problem) {
        switch request.first("HTTP_SEC_FETCH_SITE") {
        case nil, "", "same-origin", "none": break
        default: throw .forbidden
        }
    }

    /// Where the client connects from; nil where the web server does not say.
    var client: String? { request.first("REMOTE_ADDR") }

    /// Whether the body may hold files.
    var mayHoldFiles: Bool { !FormReader.isURLEncoded(request.first("CONTENT_TYPE") ?? "") }

    /// Reads the form in the body as it arrives.
    ///
    /// - Parameters:
    ///   - limit: The longest body, in bytes.
    ///   - take: Is given what was read, piece by piece, and is waited for.
    /// - Throws: `.badRequest` where it is malformed or not as long as the web server said, `.tooLarge`.
    func readForm(limit: Int, _ take: (FormReader.Event) async throws -> Void) async throws {
        let length = try bodyLength()
        guard length ?? 0 <= limit else { throw Problem.tooLarge }
        var reader = try FormReader(contentType: request.first("CONTENT_TYPE") ?? "", limit: limit)
        var count = 0
        var body = request.body.makeAsyncIterator()
        while let bytes = try await next(in: &body) {
            count += bytes.count
            guard count <= length ?? .max else { throw Problem.badRequest }
            var rest = bytes[...]
            while let event = try reader.next(in: &rest) { try await take(event) }
        }
        guard count == length ?? count else { throw Problem.badRequest }
        if let last = try reader.finish() { try await take(last) }
    }

    /// The form in the body, which can hold no files.
    ///
    /// - Throws: `.badRequest` where it is malformed or not as long as the web server said, `.tooLarge`.
    func form() async throws -> PostedForm {
        var fields: [(name: String, value: String)] = []
        try await readForm(limit: FormReader.longestForm) { event in
            guard case .field(let name, let value) = event else { throw Problem.badRequest }
            fields.append((name, value))
        }
        return try PostedForm(fields)
    }

    /// How long the body is; nil where the web server does not know, which it says with an empty length too.
    private func bodyLength() throws(Problem) -> Int? {
        guard let text = request.first("CONTENT_LENGTH"), !text.isEmpty else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(text) else { throw .badRequest }
        return length
    }

    private func next(in body: inout Body.AsyncIterator) async throws(Problem) -> [UInt8]? {
        do throws(Body.Failure) {
            return try await body.next().map { Array(buffer: $0) }
        } catch {
            // An answer to a request that was given up reaches nobody.
            throw error == .tooLarge ? .tooLarge : .badRequest
        }
    }

    /// The values of a cookie, in their order (RFC 6265, section 5.4).
    func cookies(named name: String) -> [String] {
        // By bytes: a combining mark would make one character of itself and the separator before it.
        request.values(of: "HTTP_COOKIE").flatMap { $0.utf8.split(separator: UInt8(ascii: ";")) }.compactMap { pair in
            let pair = pair.drop { $0 == UInt8(ascii: " ") }
            guard pair.starts(with: "\(name)=".utf8) else { return nil }
            return String(Substring(pair.dropFirst(name.utf8.count + 1)))
        }
    }
}
