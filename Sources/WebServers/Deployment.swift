package import Forms

/// What a web server has to be told of the sites that it serves.
package struct Deployment: Sendable {
    /// The site of a force: its web root is the folder with the id of the force.
    package struct Site: Sendable, Hashable {
        package let force: ForceID
        /// The names that it is asked for under. Certificates are named after the first.
        package let hosts: [String]

        package init(_ force: ForceID, hosts: [String]) {
            self.force = force
            self.hosts = hosts
        }
    }

    /// Where the intake listens.
    package enum Gateway: Sendable, Hashable {
        case unix(path: String)
        case tcp(host: String, port: Int)
    }

    /// Where browsers connect.
    package enum Entrance: Sendable, Hashable {
        /// In clear.
        ///
        /// - `isBehindTLS`: Whether browsers come with TLS, which ends before this server.
        case http(Endpoint, isBehindTLS: Bool)
        /// With a certificate for each site, `HOST.crt` and `HOST.key` in a folder. What comes to port 80 is sent on.
        case https(certificates: String)
    }

    /// A port of one IPv4 address of this machine, or of all.
    package struct Endpoint: Sendable, Hashable {
        /// Nil for all.
        package let address: String?
        package let port: Int

        package init(address: String? = nil, port: Int) {
            self.address = address
            self.port = port
        }
    }

    package var sites: [Site]
    /// The folder of the web roots.
    package var webRoots: String
    /// The folder of the logs.
    package var logs: String
    package var gateway: Gateway
    package var entrance: Entrance
    /// Whether browsers are told to come with TLS only, for two years (RFC 6797).
    package var hsts: Bool
    /// What every page says to the browser.
    package var headers: [(name: String, value: String)]
    /// URLs at and below which nobody's visit is logged: anonymous forms and their pages.
    package var unlogged: Set<String>
    /// URLs of pages that browsers must not keep: sensitive ones, and those that a form begins on.
    package var unkept: Set<String>
    /// URLs that are folders: fronts of sections and of languages.
    package var fronts: Set<String>

    package init(
        sites: [Site], webRoots: String, logs: String, gateway: Gateway, entrance: Entrance, hsts: Bool,
        headers: [(name: String, value: String)], unlogged: Set<String>, unkept: Set<String>, fronts: Set<String>
    ) {
        self.sites = sites
        self.webRoots = webRoots
        self.logs = logs
        self.gateway = gateway
        self.entrance = entrance
        self.hsts = hsts
        self.headers = headers
        self.unlogged = unlogged
        self.unkept = unkept
        self.fronts = fronts
    }

    /// The folder of the certificates, where TLS ends at this server.
    var certificates: String? {
        if case .https(let certificates) = entrance { certificates } else { nil }
    }

    /// Whether browsers come with TLS.
    var isSecure: Bool {
        if case .http(_, isBehindTLS: false) = entrance { false } else { true }
    }

    /// Whether the intake has to be told so, because the server itself does not know.
    var needsTellingOfTLS: Bool {
        if case .http(_, isBehindTLS: true) = entrance { true } else { false }
    }

    /// What every answer says, the intake's too, whose other headers are its own.
    var transportHeader: (name: String, value: String)? {
        guard hsts, isSecure else { return nil }
        return ("Strict-Transport-Security", "max-age=63072000")
    }

    /// What every file says.
    var fileHeaders: [(name: String, value: String)] { headers + (transportHeader.map { [$0] } ?? []) }
}
