import Foundation
import SiteModel
import TestSupport
import Testing

/// Tests that start programs. One after the other: each has enough to do with two cores.
@Suite(.serialized) enum EndToEnd {}

/// The whole of it as force IT runs it: the sites of the real content, nginx in front, the intake behind.
final class FrontDesk: Sendable {
    /// The sites that the tests look at.
    private static let forces = ["gwent", "kent", "btp"]

    let folder: String
    /// The TCP port of the web server, for browsers that know no other sockets; nil where none was asked for.
    let port: UInt16?
    let intake: BackgroundProgram
    private let nginx: BackgroundProgram

    static func with(
        listeningOnTCP: Bool = false, servingBrowsers: Bool = false, _ body: (FrontDesk) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let built = try await Program.run(
                "soh",
                ["build", "--preview", "--precompress", "--output", "\(folder)/public"]
                    + Self.forces.flatMap { ["--force", $0] })
            guard built.status == 0 else { throw Failure(text: built.errors) }
            let desk = try await FrontDesk(
                in: folder, listeningOnTCP: listeningOnTCP, servingBrowsers: servingBrowsers)
            try await body(desk)
            desk.nginx.kill()
            desk.intake.kill()
        }
    }

    struct Failure: Error {
        let text: String
    }

    private init(in folder: String, listeningOnTCP: Bool, servingBrowsers: Bool) async throws {
        self.folder = folder
        port = servingBrowsers ? try FreePort.find() : nil
        let wanted = listeningOnTCP ? "127.0.0.1:0" : "unix:\(folder)/intake.sock"
        intake = try Self.startIntake(in: folder, listen: wanted)
        let address = try await intake.waitUntilReady()
        try Self.configuration(folder: folder, port: port, intake: address)
            .write(toFile: "\(folder)/nginx.conf", atomically: true, encoding: .utf8)
        for name in ["body", "fastcgi", "proxy", "scgi", "uwsgi"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        nginx = try BackgroundProgram(
            "/usr/sbin/nginx", ["-p", folder, "-c", "\(folder)/nginx.conf", "-e", "\(folder)/nginx.log"],
            log: "\(folder)/nginx.err")
        try await onThread { try Self.waitForSocket("\(folder)/web.sock", of: folder) }
    }

    static func startIntake(in folder: String, listen: String) throws -> BackgroundProgram {
        try BackgroundProgram(
            "\(Program.products)/soh-intake",
            ["--bundle", "\(folder)/public/intake", "--store", "\(folder)/store", "--listen", listen],
            log: "\(folder)/intake.log")
    }

    /// A browser at one force's address.
    func browser(_ force: String) -> Browser { Browser(.unix("\(folder)/web.sock"), host: "\(force).localhost") }

    /// What `soh cases list --format json` prints, one case a line.
    func cases() async throws -> [[String: Any]] {
        let listed = try await Program.run("soh", ["cases", "list", "--store", "\(folder)/store", "--format", "json"])
        guard listed.status == 0 else { throw Failure(text: listed.errors) }
        return try listed.output.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    /// nginx makes its socket before it serves; a connection is the sign that it does.
    private static func waitForSocket(_ path: String, of folder: String) throws {
        let deadline = Date(timeIntervalSinceNow: 20)
        while !PeerAddress.unix(path).isListening {
            guard Date() < deadline else {
                throw Failure(text: (try? String(contentsOfFile: "\(folder)/nginx.err", encoding: .utf8)) ?? "")
            }
            usleep(10_000)
        }
    }

    private static func configuration(folder: String, port: UInt16?, intake: String) -> String {
        """
        daemon off;
        master_process off;
        pid \(folder)/nginx.pid;
        error_log \(folder)/nginx.log;
        \(getuid() == 0 ? "user root;" : "")
        events { worker_connections 256; }
        http {
            types { text/html html; text/css css; text/javascript js; text/plain txt; }
            gzip_static on;
            charset utf-8;
            \(headers)
            access_log off;
            client_body_temp_path \(folder)/body;
            fastcgi_temp_path \(folder)/fastcgi;
            proxy_temp_path \(folder)/proxy;
            scgi_temp_path \(folder)/scgi;
            uwsgi_temp_path \(folder)/uwsgi;
            client_max_body_size 8m;
            map $host $force { "~^(?<name>[a-z-]+)\\.localhost$" $name; }
            server {
                listen unix:\(folder)/web.sock;
                \(port.map { "listen 127.0.0.1:\($0);" } ?? "")
                root \(folder)/public/$force;
                error_page 404 /404.html;
                location / { try_files $uri $uri.html $uri/index.html =404; }
                location ~ ^/(forms/|search) {
                    fastcgi_pass \(intake);
                    fastcgi_param REQUEST_METHOD $request_method;
                    fastcgi_param REQUEST_URI $request_uri;
                    fastcgi_param CONTENT_TYPE $content_type;
                    fastcgi_param CONTENT_LENGTH $content_length;
                    fastcgi_param HTTPS $https if_not_empty;
                    fastcgi_param SOH_FORCE $force;
                }
            }
        }

        """
    }

    /// What the web server says of static pages: the intake says it of its own.
    private static var headers: String {
        SecurityHeaders.all(leavingFor: "https://www.bbc.co.uk/weather").map { name, value in
            "add_header \(name) \"\(value)\";"
        }.joined(separator: "\n")
    }
}
