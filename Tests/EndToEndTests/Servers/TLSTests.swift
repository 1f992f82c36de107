import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// TLS with a certificate for each force, as `soh web-config` has it without `--http`.
    @Suite struct TLSTests {
        @Test(arguments: WebServerProgram.allCases)
        func eachForceHasItsCertificate(server: WebServerProgram) async throws {
            try await withTemporaryFolder { folder in
                try await FrontDesk.putSites(in: folder)
                let hosts = ["gwent.localhost", "kent.localhost", "btp.localhost"]
                try await Self.makeCertificates(for: hosts, in: folder)
                let intake = try FrontDesk.startIntake(in: folder, listen: "unix:\(folder)/intake.sock")
                let address = try await intake.waitUntilReady()
                let (secure, plain) = (try FreePort.find(), try FreePort.find())
                let running = try await server.start(
                    in: folder, port: secure, intake: address,
                    options: ["--certificates", "\(folder)/certificates", "--hsts"] + FrontDesk.forces
                ) { Self.moved(to: (secure, plain), $0) }
                let client = "\(Program.root)/Tests/EndToEndTests/Servers/tls_client.py"
                let asked = try await Program.run(
                    "/usr/bin/python3", [client, "\(secure)", "\(folder)/certificates/all.crt"] + hosts)
                #expect(asked.status == 0, "\(asked.errors)")
                let expected = hosts.flatMap { host in
                    ["/report", "/search?q=police"].map { "\(host) TLSv1.3 \($0) 200 max-age=63072000 True" }
                }
                #expect(asked.output.split(separator: "\n").map(String.init) == expected)
                var browser = Browser(.loopback(port: plain), host: "kent.localhost")
                let sentOn = try await browser.request("GET", "/report?x=1")
                #expect([301, 308].contains(sentOn.status))
                #expect(sentOn.header("Location")?.hasPrefix("https://kent.localhost") == true)
                #expect(sentOn.header("Location")?.hasSuffix("/report?x=1") == true)
                running.kill()
                intake.kill()
            }
        }

        /// A certificate for each host, which signs itself.
        private static func makeCertificates(for hosts: [String], in folder: String) async throws {
            let certificates = "\(folder)/certificates"
            try FileManager.default.createDirectory(atPath: certificates, withIntermediateDirectories: true)
            var all = ""
            for host in hosts {
                let made = try await Program.run(
                    "/usr/bin/openssl",
                    [
                        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
                        "2", "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)", "-keyout",
                        "\(certificates)/\(host).key", "-out", "\(certificates)/\(host).crt",
                    ])
                try #require(made.status == 0, "\(made.errors)")
                all += try String(contentsOfFile: "\(certificates)/\(host).crt", encoding: .utf8)
            }
            try all.write(toFile: "\(certificates)/all.crt", atomically: true, encoding: .utf8)
        }

        /// The configuration with other ports than 443 and 80, which a test may not have.
        private static func moved(to ports: (secure: UInt16, plain: UInt16), _ text: String) -> String {
            var text = text
            for line in [
                "listen [::]:443 ssl http2 default_server;", "listen [::]:443 ssl http2;",
                "listen [::]:80 default_server;", "listen [::]:80;",
            ] {
                text = text.replacingOccurrences(of: line, with: "")
            }
            for (old, new) in [
                ("listen 443 ", "listen \(ports.secure) "), ("listen 80", "listen \(ports.plain)"),
                ("0.0.0.0:443", "127.0.0.1:\(ports.secure)"), ("*:443", "*:\(ports.secure)"),
                // IPv6 is not on every machine that tests.
                ("[::]:443", "127.0.0.2:\(ports.secure)"),
                ("*:80", "*:\(ports.plain)"),
                (
                    "auto_https disable_certs",
                    "http_port \(ports.plain)\n\thttps_port \(ports.secure)\n\tauto_https disable_certs"
                ),
                (
                    "server.modules += (\"mod_setenv\"",
                    "server.port := \(ports.plain)\nserver.modules += (\"mod_setenv\""
                ),
                ("ServerTokens Prod", "ServerTokens Prod\nListen \(ports.plain)\nListen \(ports.secure)"),
            ] {
                text = text.replacingOccurrences(of: old, with: new)
            }
            return text
        }
    }
}
