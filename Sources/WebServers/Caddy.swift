/// The configuration for Caddy 2.6: `/etc/caddy/Caddyfile` on Debian.
struct Caddy {
    let deployment: Deployment

    var text: String {
        // Caddy warns of what is not indented as it does it.
        ([options, site] + strangers + deployment.sites.map(use)).joined(separator: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let depth = line.prefix { $0 == " " }.count / 4
                return String(repeating: "\t", count: depth) + line.dropFirst(depth * 4)
            }.joined(separator: "\n")
    }

    private var https: String {
        deployment.needsTellingOfTLS ? "\n" + String(repeating: " ", count: 20) + "env HTTPS on" : ""
    }

    private var options: String {
        """
        # The sites of Single Online Home. Caddy reads their redirects when it starts: reload it after each build.
        {
            auto_https \(deployment.certificates == nil ? "off" : "disable_certs")
            servers {
                timeouts {
                    read_header \(Rules.headTime)s
                    idle \(Rules.answerTime)s
                }
            }
            log default {
                output file \(deployment.logs)/soh-error.log
                level WARN
                # What would be logged here holds what people sent.
                exclude http.log.access http.log.error http.handlers.reverse_proxy
            }
        }

        """
    }

    /// What all sites have in common. Its arguments are the force and the first host.
    private var site: String {
        let quiet = Rules.pattern(below: deployment.unlogged).map { pattern in
            """
                @quiet path_regexp \(pattern)
                skip_log @quiet

            """
        }
        let unkept = Rules.pattern(of: deployment.unkept).map { pattern in
            """
                        @unkept path_regexp \(pattern)
                        header @unkept Cache-Control "\(Rules.forget)"

            """
        }
        return #"""
            (soh) {
                root * \#(deployment.webRoots)/{args.0}
            \#(entrance)\#(quiet ?? "")    import \#(deployment.webRoots)/{args.0}/redirects.caddy
                @isMoved expression `{moved} != ""`
                redir @isMoved {moved} 301
                @intake path_regexp \#(Rules.gateway)
                handle @intake {
                    header -Server
            \#(transport.indented(by: 8))        # Of a body in chunks it would say that it is -1 bytes long.
                    @unmeasured {
                        method POST
                        not header Content-Length *
                    }
                    error @unmeasured 411
                    request_body {
                        max_size \#(Rules.longestForm)MB
                    }
                    reverse_proxy \#(gateway) {
                        header_down -Status
                        transport fastcgi {
                            env SOH_FORCE {args.0}
                            env SOH_REQUEST {http.request.uuid}\#(https)
                            read_timeout \#(Rules.answerTime)s
                        }
                    }
                }
                handle {
                    route {
            \#(headers.indented(by: 12))
                        @assets {
                            path /assets/*
                            file
                        }
                        header @assets Cache-Control "\#(Rules.forEver)"
            \#(unkept ?? "")            @written not method GET HEAD
                        error @written 405
                        try_files {path}.html {path} {path}/index.html =404
                        file_server {
                            precompressed gzip
                            disable_canonical_uris
                        }
                    }
                }
                handle_errors {
                    @welsh path_regexp \#(Rules.welsh)
                    @lost expression `{err.status_code} == 404`
                    @full expression `{err.status_code} == 413`
                    @resting expression `{err.status_code} >= 500`
            \#(headers.indented(by: 8))
            \#([("lost", 404), ("full", 413), ("resting", 503)].map(page).joined().indented(by: 8))        respond "{err.status_code} {err.status_text}"
                }
                log {
                    output file \#(deployment.logs)/soh-access.log
                    format filter {
                        wrap json
                        fields {
                            request>headers delete
                            request>remote_ip delete
                            request>remote_port delete
                            request>tls delete
                            resp_headers delete
                            user_id delete
                            # Nothing that is written oddly, and of a form only its name.
                            request>uri regexp ^(?:(/forms/[a-z0-9-]+)(?:[/?].*)?|((?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?)(?:\?.*)?|.*)$ "$1$2"
                        }
                    }
                }
            }

            """#
    }

    /// Has the page of an error drawn, in the language of what was asked for.
    private func page(of name: String, status: Int) -> String {
        """
        handle @\(name) {
            rewrite @welsh /cy/\(status).html
            rewrite * /\(status).html
            file_server {
                status \(status)
            }
        }

        """
    }

    private var entrance: String {
        switch deployment.entrance {
        case .http(let endpoint, _): endpoint.address.map { "    bind \($0)\n" } ?? ""
        case .https(let certificates): "    tls \(certificates)/{args.1}.crt \(certificates)/{args.1}.key\n"
        }
    }

    private var strangers: [String] {
        guard case .http(let endpoint, _) = deployment.entrance else { return [] }
        let bind = endpoint.address.map { "    bind \($0)\n" } ?? ""
        return ["http://:\(endpoint.port) {\n\(bind)    respond 421\n}\n"]
    }

    private func use(_ site: Deployment.Site) -> String {
        let addresses =
            switch deployment.entrance {
            case .http(let endpoint, _): site.hosts.map { "http://\($0):\(endpoint.port)" }
            case .https: site.hosts.map { "https://\($0)" }
            }
        return """
            \(addresses.joined(separator: ", ")) {
                import soh \(site.force) \(site.hosts.first ?? "")
            }

            """
    }

    private var transport: String {
        deployment.transportHeader.map { "header \($0) \"\($1)\"\n" } ?? ""
    }

    /// What takes a header away is done last, and so would all that stands with it.
    private var headers: String {
        let all = deployment.fileHeaders + [("Cache-Control", Rules.askAgain)]
        return "header {\n\(all.map { "    \($0.name) \"\($0.value)\"\n" }.joined())}\nheader -Server"
    }

    private var gateway: String {
        switch deployment.gateway {
        case .unix(let path): "unix/\(path)"
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }
}
