/// A web server that the sites can stand behind.
package enum WebServer: String, CaseIterable, Sendable {
    case nginx, lighttpd, apache, caddy

    /// Its configuration for some sites.
    package func configuration(for deployment: Deployment) -> String {
        switch self {
        case .nginx: Nginx(deployment: deployment).text
        case .lighttpd: Lighttpd(deployment: deployment).text
        case .apache: Apache(deployment: deployment).text
        case .caddy: Caddy(deployment: deployment).text
        }
    }

    /// Where Debian's package has it keep its logs.
    package var logs: String {
        switch self {
        case .nginx: "/var/log/nginx"
        case .lighttpd: "/var/log/lighttpd"
        case .apache: "/var/log/apache2"
        case .caddy: "/var/log/caddy"
        }
    }
}
