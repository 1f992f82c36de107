import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The way from a bare machine to served sites, as the manual shows it, in a folder that poses as the machine.
    @Suite struct DeployingTests {
        /// Programs that would change this machine. They say what they were asked instead.
        private static let posing = ["apt-get", "adduser", "chown", "systemctl"]

        @Test(.timeLimit(.minutes(5))) func theCommandsOfTheManualLeadToServedSites() async throws {
            let blocks = try Self.blocks()
            #expect(blocks.count == 8)
            try await withTemporaryFolder { machine in
                try await Self.prepare(machine)
                for (index, block) in blocks.enumerated() {
                    let script = Self.moved(block, to: machine)
                    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
                    let outcome = try await Program.run(
                        "/bin/bash", ["-e", "-c", script], in: "\(machine)/checkout",
                        environment: ["PATH": "\(machine)/posing:/usr/sbin:\(path)"])
                    #expect(outcome.status == 0, "\(script)\(outcome.errors)")
                    switch index {
                    // The first release has been started, the second has gone live, the first is back.
                    case 2: try await Self.expectServed(by: "1", on: machine)
                    case 4: try await Self.expectServed(by: "2", on: machine)
                    case 5: try await Self.expectServed(by: "1", on: machine)
                    default: break
                    }
                }
                let asked = try String(contentsOfFile: "\(machine)/asked", encoding: .utf8)
                for line in [
                    "adduser --system", "chown soh:soh", "systemctl enable --now soh-intake.socket soh-intake.service",
                    "systemctl restart soh-intake.service", "systemctl reload nginx",
                ] {
                    #expect(asked.contains(line), "\(line)")
                }
                let units = try ["socket", "service"].map {
                    try String(contentsOfFile: "\(machine)/etc/systemd/system/soh-intake.\($0)", encoding: .utf8)
                }
                #expect(units[0].contains("[Socket]") && !units[0].contains("[Service]"))
                #expect(units[1].contains("ExecStart=\(machine)/srv/soh/current/bin/soh-intake "))
            }
        }

        /// Starts the intake that is live as its unit has it, behind the nginx of the manual, and sends a report.
        private static func expectServed(by release: String, on machine: String) async throws {
            let root = "\(machine)/srv/soh"
            let live = try FileManager.default.destinationOfSymbolicLink(atPath: "\(root)/current")
            #expect(live == "releases/\(release)")
            let intake = try BackgroundProgram(
                "\(root)/current/bin/soh-intake",
                [
                    "--bundle", "\(root)/current/public/intake", "--store", "\(root)/store", "--listen",
                    "unix:\(machine)/run/soh-intake.sock",
                ], log: "\(machine)/intake.log")
            _ = try await intake.waitUntilReady()
            let port = try FreePort.find()
            let nginx = try await WebServerProgram.nginx.start(
                in: machine, port: port, intake: "unix:\(machine)/run/soh-intake.sock",
                options: ["--http", "127.0.0.1:\(port)", "--force", "gwent"], roots: "\(root)/current/public")
            var browser = Browser(.loopback(port: port), host: "gwent.localhost:\(port)")
            let (done, _) = try await JourneyTests.walk(&browser, from: "/report/streetsafe")
            #expect(done.html.text(of: "output", id: "reference") != nil)
            nginx.kill()
            let status = try await intake.end()
            #expect(status == 0)
        }

        /// A checkout as the manual wants it, certificates for all hosts, and programs that only pose.
        private static func prepare(_ machine: String) async throws {
            let script = """
                mkdir -p checkout/.build/release posing run etc/nginx/conf.d etc/nginx/sites-enabled etc/systemd/system
                mkdir -p etc/soh/certificates var/log/nginx
                cp -r "$1/Content" "$1/Templates" checkout/
                cp "$2/soh" "$2/soh-intake" checkout/.build/release/
                for name in \(posing.joined(separator: " ")); do
                    printf '#!/bin/sh\\necho "%s $*" >> %s/asked\\n' "$name" "$PWD" > "posing/$name"
                    chmod +x "posing/$name"
                done
                printf '#!/bin/sh\\n[ "$1" = -t ] && exec /usr/sbin/nginx -t -q -c %s/nginx-main.conf\\n' "$PWD" > posing/nginx
                chmod +x posing/nginx
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=soh \\
                    -keyout key -out crt 2>/dev/null
                for force in checkout/Content/forces/*/; do
                    host=$(basename "$force").localhost
                    cp crt "etc/soh/certificates/$host.crt"; cp key "etc/soh/certificates/$host.key"
                done
                cat > nginx-main.conf <<END
                pid $PWD/nginx.pid;
                error_log $PWD/nginx.log;
                events { }
                http { server_names_hash_bucket_size 64; include $PWD/etc/nginx/conf.d/*.conf; }
                END
                """
            let outcome = try await Program.run(
                "/bin/bash", ["-e", "-c", script, "bash", Program.root, Program.products], in: machine)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }

        /// A block with the paths of the machine that poses.
        private static func moved(_ block: String, to machine: String) -> String {
            var text = block
            for path in ["/srv/soh", "/etc/nginx", "/etc/soh", "/etc/systemd"] {
                text = text.replacingOccurrences(of: path, with: "\(machine)\(path)")
            }
            // What is printed by default has the paths of a real machine.
            return text.replacingOccurrences(
                of: "bin/soh web-config",
                with:
                    "bin/soh web-config --certificates \(machine)/etc/soh/certificates --logs \(machine)/var/log/nginx "
                    + "--store \(machine)/srv/soh/store --intake unix:\(machine)/run/soh-intake.sock")
        }

        /// The blocks of `sh` in `docs/deploying.md`.
        private static func blocks() throws -> [String] {
            let manual = try String(contentsOfFile: "\(Program.root)/docs/deploying.md", encoding: .utf8)
            return manual.components(separatedBy: "```sh\n").dropFirst().compactMap {
                $0.components(separatedBy: "```").first
            }
        }
    }
}
