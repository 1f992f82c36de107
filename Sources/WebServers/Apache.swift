/// The configuration for Apache 2.4 with mod_proxy_fcgi: `/etc/apache2/sites-enabled/soh.conf` on Debian.
struct Apache {
    let deployment: Deployment

    /// What has to be loaded beyond what Debian loads by itself. `proxy` comes before `proxy_fcgi`.
    static let modules = [
        "env", "setenvif", "mime", "rewrite", "headers", "macro", "unique_id", "reqtimeout", "proxy", "proxy_fcgi",
    ]

    var text: String {
        [head, site, log, strangers, uses].joined(separator: "\n")
    }

    private var modules: [String] {
        Self.modules + (deployment.certificates == nil ? [] : ["ssl", "http2"])
    }

    private var port: String {
        switch deployment.entrance {
        case .http(let endpoint, _): "\(endpoint.address ?? "*"):\(endpoint.port)"
        case .https: "*:443"
        }
    }

    private var listen: String {
        guard case .http(let endpoint, _) = deployment.entrance, endpoint.port != 80 else { return "" }
        return "Listen \(endpoint.address.map { "\($0):" } ?? "")\(endpoint.port)\n"
    }

    private var head: String {
        """
        # The sites of Single Online Home. Apache needs: a2enmod \(modules.joined(separator: " "))
        ServerTokens Prod
        \(listen)
        """
    }

    private var log: String {
        // What the error log would say of a request holds what people sent.
        #"""
        LogFormat "{\"time\":\"%{%Y-%m-%dT%H:%M:%S%z}t\",\"host\":\"%v\",\"method\":\"%m\",\"path\":\"%<{SOH_PATH}e\",\"status\":%>s,\"bytes\":%B,\"microseconds\":%D,\"request\":\"%{UNIQUE_ID}e\"}" soh
        ErrorLogFormat "%{cu}t %l %M"

        """#
    }

    private func tls(_ name: String) -> String {
        guard let certificates = deployment.certificates else { return "" }
        return """
            SSLEngine on
            SSLProtocol -all +TLSv1.2 +TLSv1.3
            SSLCertificateFile \(certificates)/\(name).crt
            SSLCertificateKeyFile \(certificates)/\(name).key
            Protocols h2 http/1.1

            """
    }

    /// Whoever asks for a name that is none of these gets the first virtual host.
    private var strangers: String {
        let sendOn = """
            <VirtualHost *:80>
                ServerName soh.invalid
                ServerAlias \(deployment.sites.flatMap(\.hosts).joined(separator: " "))
                RewriteEngine on
                RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]
            </VirtualHost>

            """
        return """
            <VirtualHost \(port)>
                ServerName soh.invalid
            \(tls(deployment.sites.first?.hosts.first ?? "").indented())    RewriteEngine on
                RewriteRule ^ - [R=421,L]
            </VirtualHost>
            \(deployment.certificates == nil ? "" : sendOn)
            """
    }

    private var uses: String {
        let uses = deployment.sites.map { site in
            "Use SohSite \(site.force) \(site.hosts.first ?? "") \"\(site.hosts.joined(separator: " "))\""
        }
        return String(lines: uses + ["UndefMacro SohSite"])
    }

    private var site: String {
        let quiet = Rules.pattern(below: deployment.unlogged).map { "    SetEnvIf Request_URI \"\($0)\" SOH_QUIET\n" }
        let unkept = Rules.pattern(of: deployment.unkept).map { pattern in
            """
                <LocationMatch "\(pattern)">
                    Header always set Cache-Control \(Rules.forget)
                </LocationMatch>

            """
        }
        let transport = deployment.transportHeader.map { "    Header always set \($0) \"\($1)\"\n" } ?? ""
        return #"""
            <Macro SohSite $force $host $names>
            <VirtualHost \#(port)>
                ServerName $host
                ServerAlias $names
                DocumentRoot \#(deployment.webRoots)/$force
            \#(tls("$host").indented())    ServerSignature Off
                AddDefaultCharset utf-8
                AddType text/javascript .js
                AddEncoding gzip .gz
                FileETag MTime Size
                DirectorySlash Off
                DirectoryIndex disabled
                TraceEnable off
                LimitRequestBody \#(Rules.longestOther * 1_024)
                RequestReadTimeout header=\#(Rules.headTime)-\#(Rules.silence),MinRate=500 body=\#(Rules.silence),MinRate=500
                ProxyTimeout \#(Rules.answerTime)

                # The path that the log tells: nothing that is written oddly, and of a form only its name.
                SetEnvIf Request_URI "^((/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?)$" SOH_PATH=$1
                SetEnvIf Request_URI "^(/forms/[a-z0-9-]+)(/|$)" SOH_PATH=$1
            \#(quiet ?? "")    CustomLog \#(deployment.logs)/soh-access.log soh env=!SOH_QUIET
                ErrorLog \#(deployment.logs)/soh-error.log
                LogLevel crit

                SetEnv SOH_FORCE $force
            \#(deployment.needsTellingOfTLS ? "    SetEnv HTTPS on\n" : "")    RewriteEngine on
                RewriteMap moved txt:\#(deployment.webRoots)/$force/redirects.txt
                RewriteCond ${moved:%{REQUEST_URI}} ^(/.+)$
                RewriteRule ^ %1 [R=301,L,QSD]
                RewriteRule \#(Rules.gateway) - [L,E=SOH_REQUEST:%{UNIQUE_ID}]
                RewriteCond %{DOCUMENT_ROOT}$1.html -f
                RewriteRule ^(.+)$ $1.html
                RewriteCond %{DOCUMENT_ROOT}$1/index.html -f
                RewriteRule ^(.*?)/?$ $1/index.html
                RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
                RewriteCond %{DOCUMENT_ROOT}$1.gz -f
                RewriteRule ^(.+)$ $1.gz
                <FilesMatch "\.html\.gz$">
                    ForceType "text/html; charset=utf-8"
                </FilesMatch>
                <FilesMatch "\.css\.gz$">
                    ForceType text/css
                </FilesMatch>
                <FilesMatch "\.js\.gz$">
                    ForceType text/javascript
                </FilesMatch>
                <FilesMatch "\.(txt|csv|xml|svg)\.gz$">
                    ForceType text/plain
                </FilesMatch>
                <Directory \#(deployment.webRoots)/$force>
                    Require all granted
                    AllowOverride None
                    Options None
                    Options +FollowSymLinks
                </Directory>

                # The intake sends headers of its own.
            \#(transport)    <LocationMatch "^/(?!forms/|search(/cy)?$)">
            \#(headers.indented(by: 8))
                    Header always merge Vary Accept-Encoding
                    ErrorDocument 404 /404.html
                    ErrorDocument 413 /413.html
                </LocationMatch>
                <LocationMatch "^/assets/">
                    Header always set Cache-Control "\#(Rules.forEver)" "expr=%{REQUEST_STATUS} in { '200', '206', '304' }"
                </LocationMatch>
            \#(unkept ?? "")    <LocationMatch "\#(Rules.gateway)">
                    Require all granted
                    SetHandler "proxy:\#(gateway)"
                    LimitRequestBody \#(Rules.longestForm << 20)
                    ErrorDocument 413 /413.html
                    ErrorDocument 502 /503.html
                    ErrorDocument 503 /503.html
                </LocationMatch>
                <LocationMatch "\#(Rules.welsh)">
                    ErrorDocument 404 /cy/404.html
                    ErrorDocument 413 /cy/413.html
                    ErrorDocument 502 /cy/503.html
                    ErrorDocument 503 /cy/503.html
                </LocationMatch>
            </VirtualHost>
            </Macro>

            """#
    }

    private var headers: String {
        (deployment.headers + [("Cache-Control", Rules.askAgain)])
            .map { "Header always set \($0.name) \"\($0.value)\"" }.joined(separator: "\n")
    }

    private var gateway: String {
        switch deployment.gateway {
        case .unix(let path): "unix:\(path)|fcgi://soh"
        case .tcp(let host, let port): host.contains(":") ? "fcgi://[\(host)]:\(port)" : "fcgi://\(host):\(port)"
        }
    }
}
