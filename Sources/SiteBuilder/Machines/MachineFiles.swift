import ContentLoader
import Forms
import SiteModel

/// The files of a web root that machines read: crawlers, those who look for weaknesses, and the web server itself.
struct MachineFiles {
    let site: Site
    let force: Force
    let drawn: DrawnEdition

    /// While this is a demonstration, nothing names the real host. Every force has the same paths.
    var files: [(path: String, bytes: [UInt8])] {
        var texts = [
            ("robots.txt", robots), ("redirects.map", redirectMap), ("redirects.txt", redirectText),
            ("redirects.lighttpd", redirectList), ("redirects.caddy", redirectCases),
        ]
        if let security = site.security { texts.append((".well-known/security.txt", securityText(security))) }
        if !site.demonstration { texts.append(("sitemap.xml", sitemap)) }
        texts += feeds
        return texts.map { ($0.0, Array($0.1.utf8)) }
    }

    private var origin: String { "https://\(force.host)" }

    /// The news in each language. That of a demonstration names the host that it is served under.
    private var feeds: [(String, String)] {
        let origin = site.demonstration ? "http://\(force.id).localhost" : origin
        return force.languages.compactMap { language in
            NewsFeed(drawn.pages[language] ?? [], of: force, in: language, origin: origin).map { ($0.path, $0.xml) }
        }
    }

    /// Robots Exclusion Protocol (RFC 9309).
    private var robots: String {
        guard !site.demonstration else { return "User-agent: *\nDisallow: /\n" }
        return "User-agent: *\nDisallow: /forms/\nDisallow: /search\n\nSitemap: \(origin)/sitemap.xml\n"
    }

    /// RFC 9116.
    private func securityText(_ security: SecurityContact) -> String {
        var lines = ["Contact: \(security.contact)", "Expires: \(security.expires)T00:00:00Z"]
        if let policy = security.policy { lines.append("Policy: \(policy)") }
        lines.append("Preferred-Languages: \(force.languages.map(\.rawValue).joined(separator: ", "))")
        if !site.demonstration { lines.append("Canonical: \(origin)/.well-known/security.txt") }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Every page in every language, with its versions (sitemaps.org; Google's `xhtml:link`).
    private var sitemap: String {
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

            """
        for language in force.languages {
            // What is not translated has its address on the English site.
            for page in drawn.pages[language] ?? []
            where page.source.shownLanguage(in: language) == language && page.source.companion == nil {
                xml += "<url><loc>\(origin)\(page.url)</loc>"
                if let day = page.source.upkeep.reviewed { xml += "<lastmod>\(day)</lastmod>" }
                let others = force.languages.filter { page.source.texts[$0] != nil }
                for other in others where others.count > 1 {
                    let url = drawn.edition.url(of: page.source.path, in: other) ?? page.url
                    xml += "<xhtml:link rel=\"alternate\" hreflang=\"\(other.rawValue)\" href=\"\(origin)\(url)\"/>"
                }
                xml += "</url>\n"
            }
        }
        return xml + "</urlset>\n"
    }

    /// Former addresses and the present ones, in the order of the former.
    private var redirects: [(from: String, to: String)] {
        var redirects: [(from: String, to: String)] = []
        for language in force.languages {
            for page in drawn.pages[language] ?? [] {
                for alias in page.source.texts[language]?.aliases ?? [] {
                    redirects.append((alias.path.url(in: language), page.url))
                }
            }
        }
        return redirects.sorted { $0.from < $1.from }
    }

    /// As nginx includes it in a `map`.
    private var redirectMap: String { redirects.map { "\($0.from) \($0.to);\n" }.joined() }

    /// As Apache reads it as a `RewriteMap` of type `txt`, and `soh serve` too.
    private var redirectText: String { redirects.map { "\($0.from) \($0.to)\n" }.joined() }

    /// As lighttpd includes it. What comes after the path is let go.
    private var redirectList: String {
        let lines = redirects.map { "  \"^\(Self.escaped($0.from))(?:\\?.*)?$\" => \"\($0.to)\",\n" }
        return "url.redirect = (\n\(lines.joined()))\n"
    }

    /// As Caddy imports it: it takes no file that is empty.
    private var redirectCases: String {
        "map {path} {moved} {\n\(redirects.map { "\t\($0.from) \($0.to)\n" }.joined())\tdefault \"\"\n}\n"
    }

    /// An address as a regular expression that only it matches: of letters, digits, hyphens, slashes and dots.
    private static func escaped(_ address: String) -> String { address.replacing(".", with: "\\.") }
}
