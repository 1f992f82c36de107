/// The configuration for lighttpd 1.4.69: `/etc/lighttpd/conf-enabled/90-soh.conf` on Debian.
struct Lighttpd {
    let deployment: Deployment

    var text: String {
        ([shared] + deployment.sites.map(site) + [sendingOn]).joined(separator: "\n")
    }

    private var modules: [String] {
        ["setenv", "redirect", "rewrite", "fastcgi", "accesslog", "deflate"]
            + (deployment.certificates == nil ? [] : ["openssl"])
    }

    private var entrance: String {
        switch deployment.entrance {
        case .http(let endpoint, _):
            "$SERVER[\"socket\"] == \"\(endpoint.address ?? "0.0.0.0"):\(endpoint.port)\" { }"
        case .https(let certificates):
            ["0.0.0.0:443", "[::]:443"].map { socket in
                """
                $SERVER["socket"] == "\(socket)" {
                    ssl.engine = "enable"
                    ssl.pemfile = "\(certificates)/\(deployment.sites.first?.hosts.first ?? "").crt"
                    ssl.privkey = "\(certificates)/\(deployment.sites.first?.hosts.first ?? "").key"
                    ssl.openssl.ssl-conf-cmd = ("MinProtocol" => "TLSv1.2", "Options" => "-SessionTicket")
                }
                """
            }.joined(separator: "\n")
        }
    }

    /// What comes in clear is sent on. It stands last, because it takes the place of the redirects of the sites.
    private var sendingOn: String {
        guard deployment.certificates != nil else { return "" }
        return """
            $HTTP["scheme"] == "http" {
                $HTTP["host"] =~ "\(anyHost)" {
                    url.redirect = ("" => "https://${url.authority}${url.path}${qsa}")
                }
            }

            """
    }

    private var anyHost: String { host(deployment.sites.flatMap(\.hosts)) }

    private func host(_ names: [String]) -> String {
        "^(\(names.map(Rules.escaped).joined(separator: "|")))(:[0-9]+)?$"
    }

    private var shared: String {
        #"""
        # The sites of Single Online Home. lighttpd reads their redirects when it starts: restart it after each build.
        server.modules += (\#(modules.map { "\"mod_\($0)\"" }.joined(separator: ", ")))
        \#(entrance)
        $HTTP["host"] =~ "\#(anyHost)" {
            server.tag = ""
            server.max-request-size = \#(Rules.longestOther)
            server.max-read-idle = \#(Rules.silence)
            server.max-write-idle = \#(Rules.silence)
            # Nothing that people send is written to a file in clear.
            server.stream-request-body = 2
            server.stream-response-body = 1
            index-file.names = ("index.html")
            url.redirect-code = 301
            mimetype.assign = (
                ".html" => "text/html; charset=utf-8", ".css" => "text/css", ".js" => "text/javascript; charset=utf-8",
                ".txt" => "text/plain; charset=utf-8", ".xml" => "application/xml", ".svg" => "image/svg+xml",
                ".png" => "image/png", ".jpg" => "image/jpeg", ".webp" => "image/webp", ".ico" => "image/x-icon",
                ".pdf" => "application/pdf", ".csv" => "text/csv; charset=utf-8", "" => "application/octet-stream",
            )
            deflate.mimetypes = ("text/", "application/xml", "image/svg+xml")
            deflate.allowed-encodings = ("gzip")
            accesslog.filename = "\#(deployment.logs)/soh-access.log"
            accesslog.format = "\#(logged(path: "%U"))"
            url.rewrite-if-not-file = (
                "^(\#(Rules.alternatives(deployment.fronts)))(?:\?.*)?$" => "$1/index.html",
                "^(/[^?]*[^/?])(?:\?.*)?$" => "$1.html",
            )
            setenv.set-response-header = (
        \#(headers(keeping: Rules.askAgain))
            )
            $HTTP["url"] =~ "^/assets/.*\.[0-9a-f]{12}\.[a-z0-9]+$" {
                setenv.set-response-header = (
        \#(headers(keeping: Rules.forEver))
                )
            }
        \#(unkept)\#(unlogged)    # The log tells nothing that is written oddly.
            $HTTP["url"] !~ "^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?$" { accesslog.format = "\#(logged(path: "-"))" }
            $HTTP["url"] =~ "\#(Rules.gateway)" {
                url.rewrite-if-not-file = ()
                server.max-request-size = \#(Rules.longestForm * 1_024)
                # It sends the same itself: each takes the place of its like.
                setenv.set-response-header = (
        \#(headers(keeping: Rules.forget))
                )
                deflate.mimetypes = ()
                accesslog.format = "\#(logged(path: "/forms/"))"
                fastcgi.server = ("" => ((\#(gateway), "check-local" => "disable")))
            }
        \#(unloggedForms)}

        """#
    }

    /// Values of a log line in JSON. An address that is written oddly is escaped by the server (`\xHH`).
    private func logged(path: String) -> String {
        #"{\"time\":\"%{%Y-%m-%dT%H:%M:%S%z}t\",\"host\":\"%v\",\"method\":\"%m\",\"path\":\"PATH\",\"status\":%s,"#
            .replacing("PATH", with: path) + #"\"bytes\":%b,\"seconds\":%T}"#
    }

    private func headers(keeping: String) -> String {
        (deployment.fileHeaders + [("Cache-Control", keeping)])
            .map { "            \"\($0.name)\" => \"\($0.value)\"," }.joined(separator: "\n")
    }

    private var unkept: String {
        guard let pattern = Rules.pattern(of: deployment.unkept) else { return "" }
        return """
                $HTTP["url"] =~ "\(pattern)" {
                    setenv.set-response-header = (
            \(headers(keeping: Rules.forget))
                    )
                }

            """
    }

    private var unlogged: String { quiet(deployment.unlogged.filter { !$0.hasPrefix("/forms/") }) }
    private var unloggedForms: String { quiet(deployment.unlogged.filter { $0.hasPrefix("/forms/") }) }

    private func quiet(_ urls: Set<String>) -> String {
        guard !urls.isEmpty else { return "" }
        return """
                $HTTP["url"] =~ "^(\(Rules.alternatives(urls)))(/|\\.html$|$)" { accesslog.filename = "" }

            """
    }

    private var gateway: String {
        switch deployment.gateway {
        case .unix(let path): "\"socket\" => \"\(path)\""
        case .tcp(let host, let port): "\"host\" => \"\(host)\", \"port\" => \(port)"
        }
    }

    private var https: String { deployment.needsTellingOfTLS ? ", \"HTTPS\" => \"on\"" : "" }

    private func site(_ site: Deployment.Site) -> String {
        let root = "\(deployment.webRoots)/\(site.force)"
        var lines = ["$HTTP[\"host\"] =~ \"\(host(site.hosts))\" {"]
        if let certificates = deployment.certificates {
            lines += [
                "    ssl.pemfile = \"\(certificates)/\(site.hosts.first ?? "").crt\"",
                "    ssl.privkey = \"\(certificates)/\(site.hosts.first ?? "").key\"",
            ]
        }
        lines += [
            "    server.document-root = \"\(root)\"",
            "    server.name = \"\(site.hosts.first ?? "")\"",
            "    server.errorfile-prefix = \"\(root)/\"",
            "    setenv.add-environment = (\"SOH_FORCE\" => \"\(site.force)\"\(https))",
            "    include \"\(root)/redirects.lighttpd\"",
            "    $HTTP[\"url\"] =~ \"\(Rules.welsh)\" { server.errorfile-prefix = \"\(root)/cy/\" }",
            "}",
        ]
        return String(lines: lines)
    }
}
