import Foundation
import TestSupport

/// A web server of Debian, run on the configuration that `soh web-config` prints, below what Debian's package has around
/// it.
enum WebServerProgram: String, CaseIterable, Sendable {
    case nginx, lighttpd, apache, caddy

    /// Starts the server, and waits until it takes connections.
    ///
    /// - Parameters:
    ///   - roots: The folder of the web roots; nil for `public` in the folder.
    ///   - change: Alters what was printed.
    func start(
        in folder: String, port: UInt16, intake: String, options: [String], roots: String? = nil,
        changing change: (String) -> String = { $0 }
    ) async throws -> BackgroundProgram {
        let own = "\(folder)/\(rawValue)-\(port)"
        for path in [own, "\(folder)/logs"] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        let printed = try await Program.run(
            "soh",
            [
                "web-config", rawValue, "--output", roots ?? "\(folder)/public", "--intake", intake, "--logs",
                "\(folder)/logs",
            ]
                + options)
        guard printed.status == 0 else { throw FrontDesk.Failure(text: printed.errors) }
        try change(printed.output).write(toFile: "\(own)/soh.conf", atomically: true, encoding: .utf8)
        try frame(in: own).write(toFile: "\(own)/main.conf", atomically: true, encoding: .utf8)
        if self == .apache { try Self.openToAll(folder, intake: intake) }
        let (path, arguments) = command(in: own)
        let program = try BackgroundProgram(path, arguments, log: "\(own)/errors")
        try await onThread {
            let deadline = Date(timeIntervalSinceNow: 20)
            while !PeerAddress.loopback(port: port).isListening {
                guard Date() < deadline else {
                    let said = ["\(own)/errors", "\(own)/log"].map { try? String(contentsOfFile: $0, encoding: .utf8) }
                    throw FrontDesk.Failure(text: said.compactMap(\.self).joined())
                }
                usleep(10_000)
            }
        }
        return program
    }

    private func command(in own: String) -> (path: String, arguments: [String]) {
        switch self {
        case .nginx: ("/usr/sbin/nginx", ["-p", own, "-c", "\(own)/main.conf", "-e", "\(own)/log"])
        case .lighttpd: ("/usr/sbin/lighttpd", ["-D", "-f", "\(own)/main.conf"])
        case .apache: ("/usr/sbin/apache2", ["-X", "-f", "\(own)/main.conf"])
        case .caddy:
            (
                "/usr/bin/env",
                [
                    "XDG_DATA_HOME=\(own)", "XDG_CONFIG_HOME=\(own)", "/usr/bin/caddy", "run", "--adapter", "caddyfile",
                    "--config", "\(own)/soh.conf",
                ]
            )
        }
    }

    /// What stands around the configuration; Caddy's stands alone.
    private func frame(in own: String) -> String {
        switch self {
        case .nginx:
            """
            daemon off;
            master_process off;
            pid \(own)/pid;
            error_log \(own)/log;
            \(getuid() == 0 ? "user root;" : "")
            events { worker_connections 256; }
            http {
                include /etc/nginx/mime.types;
                gzip on;
                client_body_temp_path \(own)/body;
                fastcgi_temp_path \(own)/fastcgi;
                proxy_temp_path \(own)/proxy;
                scgi_temp_path \(own)/scgi;
                uwsgi_temp_path \(own)/uwsgi;
                include \(own)/soh.conf;
            }

            """
        case .lighttpd:
            """
            server.modules = ("mod_indexfile", "mod_access", "mod_alias")
            server.document-root = "\(own)"
            server.bind = "127.0.0.1"
            server.port = 0
            server.errorlog = "\(own)/log"
            server.upload-dirs = ("\(own)")
            include "\(own)/soh.conf"
            server.modules += ("mod_dirlisting", "mod_staticfile")

            """
        case .apache:
            Self.modules.map { "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so\n" }.joined() + """
                ServerRoot \(own)
                PidFile \(own)/pid
                DefaultRuntimeDir \(own)
                ServerName localhost
                \(getuid() == 0 ? "User www-data\nGroup www-data" : "")
                ErrorLog \(own)/log
                TypesConfig /etc/mime.types
                Include \(own)/soh.conf

                """
        case .caddy: ""
        }
    }

    private static let modules = [
        "mpm_event", "authz_core", "dir", "alias", "env", "setenvif", "mime", "rewrite", "headers", "macro",
        "unique_id", "reqtimeout", "proxy", "proxy_fcgi", "socache_shmcb", "ssl", "http2",
    ]

    /// Apache gives up the rights of root, and then has to be let in.
    private static func openToAll(_ folder: String, intake: String) throws {
        chmod(folder, 0o755)
        if intake.hasPrefix("unix:") { chmod(String(intake.dropFirst("unix:".count)), 0o666) }
    }
}
