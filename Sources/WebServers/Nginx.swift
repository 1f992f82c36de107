import Forms

/// The configuration for nginx 1.22, to be included in its `http` block: `/etc/nginx/conf.d/soh.conf` on Debian.
struct Nginx {
    let deployment: Deployment

    var text: String {
        ([shared, strangers] + deployment.sites.map(site)).joined(separator: "\n")
    }

    private var shared: String {
        let unlogged = Rules.groups(deployment.unlogged).compactMap(Rules.pattern(below:))
        let unkept = Rules.groups(deployment.unkept).compactMap(Rules.pattern(of:))
        return #"""
            # The sites of Single Online Home. nginx reads their redirects when it starts: reload it after each build.

            # The path that the log tells: nothing that is written oddly, and of a form only its name.
            map $request_uri $soh_told {
                default "-";
                "~^(?<soh_form>/forms/[a-z0-9-]+)(/|$)" $soh_form;
                "~^(?<soh_path>(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?)(\?|$)" $soh_path;
            }
            map $uri $soh_logged {
                default 1;
            \#(unlogged.map { "    \"~\($0)\" 0;\n" }.joined())}
            map "$status $uri" $soh_kept {
                default "\#(Rules.askAgain)";
                "~^(200|206|304) /assets/" "\#(Rules.forEver)";
            \#(unkept.map { "    \"~^[0-9]+ \($0.dropFirst())\" \"\(Rules.forget)\";\n" }.joined())}
            map $uri $soh_lost { default /404.html; "~\#(Rules.welsh)" /cy/404.html; }
            map $uri $soh_full { default /413.html; "~\#(Rules.welsh)" /cy/413.html; }
            map $uri $soh_resting { default /503.html; "~\#(Rules.welsh)" /cy/503.html; }
            log_format soh escape=json '{"time":"$time_iso8601","host":"$server_name","method":"$request_method",'
                '"path":"$soh_told","status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,'
                '"request":"$request_id"}';

            """#
    }

    /// Whoever asks for a name that is none of these.
    private var strangers: String {
        switch deployment.entrance {
        case .http(let endpoint, _):
            """
            server {
                listen \(listen(endpoint)) default_server;
                access_log off;
                return 421;
            }

            """
        case .https:
            """
            server {
                listen 443 ssl http2 default_server;
                listen [::]:443 ssl http2 default_server;
                ssl_protocols TLSv1.2 TLSv1.3;
                ssl_reject_handshake on;
            }
            server {
                listen 80 default_server;
                listen [::]:80 default_server;
                access_log off;
                return 421;
            }
            server {
                listen 80;
                listen [::]:80;
                server_name \(deployment.sites.flatMap(\.hosts).joined(separator: " "));
                access_log off;
                return 301 https://$host$request_uri;
            }

            """
        }
    }

    private func listen(_ endpoint: Deployment.Endpoint) -> String {
        endpoint.address.map { "\($0):\(endpoint.port)" } ?? "\(endpoint.port)"
    }

    private func entrance(of site: Deployment.Site) -> String {
        switch deployment.entrance {
        case .http(let endpoint, _): "listen \(listen(endpoint));"
        case .https(let certificates):
            """
            listen 443 ssl http2;
            listen [::]:443 ssl http2;
            ssl_certificate \(certificates)/\(site.hosts.first ?? "").crt;
            ssl_certificate_key \(certificates)/\(site.hosts.first ?? "").key;
            ssl_protocols TLSv1.2 TLSv1.3;
            ssl_session_cache shared:soh:10m;
            ssl_session_tickets off;
            """
        }
    }

    private func site(_ site: Deployment.Site) -> String {
        let moved = "$soh_moved_\(site.force.rawValue.replacing("-", with: "_"))"
        let root = "\(deployment.webRoots)/\(site.force)"
        return """
            map $uri \(moved) { include \(root)/redirects.map; }
            server {
            \(entrance(of: site).indented())
                server_name \(site.hosts.joined(separator: " "));
                root \(root);
                charset utf-8;
                server_tokens off;
                absolute_redirect off;
                gzip off;
                gzip_static on;
                gzip_vary on;
                client_header_timeout \(Rules.headTime)s;
                client_body_timeout \(Rules.silence)s;
                send_timeout \(Rules.silence)s;
                client_max_body_size \(Rules.longestOther)k;
                access_log \(deployment.logs)/soh-access.log soh if=$soh_logged;
                error_log \(deployment.logs)/soh-error.log crit;
                error_page 404 $soh_lost;
                error_page 413 $soh_full;
            \(headers.indented())
                if (\(moved)) { return 301 \(moved); }
                location / { try_files $uri.html $uri $uri/index.html =404; }
                location ~ \(Rules.gateway) {
                    # What would be logged here holds what people sent.
                    error_log /dev/null emerg;
                    # One header of its own keeps out those above: the intake sends its own.
                    add_header Strict-Transport-Security "\(deployment.transportHeader?.value ?? "")" always;
                    client_max_body_size \(Rules.longestForm)m;
                    fastcgi_pass \(gateway);
                    # Nothing that people send is written to a file in clear.
                    fastcgi_request_buffering off;
                    fastcgi_max_temp_file_size 0;
                    fastcgi_read_timeout \(Rules.answerTime)s;
                    fastcgi_param REQUEST_METHOD $request_method;
                    fastcgi_param REQUEST_URI $request_uri;
                    fastcgi_param REMOTE_ADDR $remote_addr;
                    fastcgi_param CONTENT_TYPE $content_type;
                    fastcgi_param CONTENT_LENGTH $content_length;
                    fastcgi_param HTTPS \(deployment.needsTellingOfTLS ? "on" : "$https if_not_empty");
                    fastcgi_param SOH_FORCE \(site.force);
                    fastcgi_param SOH_REQUEST $request_id;
                    error_page 502 504 =503 $soh_resting;
                }
            }

            """
    }

    private var headers: String {
        (deployment.fileHeaders.map { "add_header \($0.name) \"\($0.value)\" always;" }
            + ["add_header Cache-Control $soh_kept always;"]).joined(separator: "\n")
    }

    private var gateway: String {
        switch deployment.gateway {
        case .unix(let path): "unix:\(path)"
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }
}
