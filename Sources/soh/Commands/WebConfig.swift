import ArgumentParser
import ContentLoader
import Diagnostics
import FastCGI
import Foundation
import SiteBuilder
import SiteModel
import WebServers

struct WebConfig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "web-config",
        abstract: "Prints the configuration of a web server for the sites, or the units of systemd for the intake.")

    /// What a configuration is printed for.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case nginx, lighttpd, apache, caddy, systemd

        var webServer: WebServers.WebServer? { .init(rawValue: rawValue) }
    }

    @Argument(help: "nginx, lighttpd, apache, caddy or systemd.")
    var kind: Kind

    @Option(
        help: "Where the intake listens: unix:PATH or HOST:PORT.",
        transform: { text in
            guard let address = Address(text) else { throw ValidationError("'\(text)' is no address") }
            return address
        })
    var intake = Address.unix(path: "/run/soh-intake.sock")

    @Option(
        help: """
            Serves in clear on [ADDRESS:]PORT. Without it the sites are served with TLS on port 443.
            """,
        transform: { text in
            guard let endpoint = Deployment.Endpoint(text) else { throw ValidationError("'\(text)' is no port") }
            return endpoint
        })
    var http: Deployment.Endpoint?

    @Flag(
        name: .customLong("behind-tls"), help: "With --http: browsers come with TLS, which ends before this server.")
    var behindTLS = false

    @Option(
        help: "The folder of the certificates: HOST.crt, with its chain, and HOST.key for the first host of each site.")
    var certificates = "/etc/soh/certificates"

    @Flag(help: "Tells browsers to come with TLS only, for two years. Switch it on when TLS has proved itself.")
    var hsts = false

    @Option(help: "The folder of the logs. That of Debian's package by default.")
    var logs: String?

    @Option(help: "For systemd: the folder of the case store.")
    var store = "/srv/soh/store"

    @Option(help: "For systemd: the executable of the intake.")
    var program = "/usr/local/bin/soh-intake"

    @Option(help: "For systemd: the group of the web server, which may connect to the intake.")
    var webGroup = "www-data"

    @OptionGroup var options: BuildOptions

    func validate() throws {
        if behindTLS, http == nil { throw ValidationError("--behind-tls goes with --http") }
        if case .descriptor = intake { throw ValidationError("a web server cannot connect to \(intake)") }
        let paths = [
            ("--certificates", certificates), ("--logs", logs ?? ""), ("--output", options.output),
            ("--store", store), ("--program", program), ("--web-group", webGroup),
        ]
        for (name, path) in paths + [("--intake", "\(intake)")] where !Self.isPlain(path) {
            throw ValidationError(
                "\(name): a path with spaces, quotes or braces cannot be written into the configuration")
        }
    }

    func run() async throws {
        guard let server = kind.webServer else {
            let units = SystemdUnits(
                gateway: gateway, bundles: "\(Self.absolute(options.output))/intake", store: Self.absolute(store),
                program: Self.absolute(program), webGroup: webGroup)
            return print(units.text, terminator: "")
        }
        print(server.configuration(for: try deployment(logs: logs ?? server.logs)), terminator: "")
    }

    private func deployment(logs: String) throws -> Deployment {
        let addresses = try addresses()
        return Deployment(
            sites: addresses.forces.map { .init($0.id, hosts: $0.hosts) },
            webRoots: Self.absolute(options.output), logs: Self.absolute(logs),
            gateway: gateway,
            entrance: http.map { .http($0, isBehindTLS: behindTLS) }
                ?? .https(certificates: Self.absolute(certificates)),
            hsts: hsts, headers: SecurityHeaders.all(leavingFor: addresses.neutralPage),
            unlogged: addresses.anonymous, unkept: addresses.unkept, fronts: addresses.fronts)
    }

    /// - Throws: `ExitCode` after telling what is wrong with the content, or with the machine.
    private func addresses() throws -> SiteAddresses {
        var report = DiagnosticReport()
        do {
            if let addresses = try SiteAddresses(options.build, &report), !report.hasErrors { return addresses }
        } catch {
            throw Generator.machineFault(error) ?? error
        }
        StandardError.write(Generator.text(of: report))
        throw ExitCode(ExitStatus.refused.rawValue)
    }

    private var gateway: Deployment.Gateway {
        switch intake {
        case .unix(let path): .unix(path: Self.absolute(path))
        case .tcp(let host, let port): .tcp(host: host, port: port)
        // Refused before.
        case .descriptor: .unix(path: "")
        }
    }

    /// A path that does not depend on where the web server is started.
    private static func absolute(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.path(percentEncoded: false).trimmingSuffix("/")
    }

    /// Whether every web server reads a path as it is written.
    private static func isPlain(_ path: String) -> Bool {
        path.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } && !path.contains { "\"'`\\{}$#;|*?()".contains($0) }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) && count > suffix.count ? String(dropLast(suffix.count)) : self
    }
}

extension Deployment.Endpoint {
    /// Reads `[ADDRESS:]PORT`.
    fileprivate init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let port = parts.last.flatMap({ Int($0) }), (1...65_535).contains(port), parts.count <= 2 else {
            return nil
        }
        let address = parts.count == 2 ? String(parts[0]) : nil
        // In IPv4, so that each of the servers writes it alike.
        let octets = (address ?? "0.0.0.0").split(separator: ".", omittingEmptySubsequences: false)
        guard octets.count == 4, octets.allSatisfy({ UInt8($0) != nil }) else { return nil }
        self.init(address: address, port: port)
    }
}
