/// What every page says to the browser, whoever serves it: load nothing from elsewhere, run nothing that stands in a
/// page, post only here, tell no other site where the citizen came from.
package enum SecurityHeaders {
    /// Content Security Policy (W3C CSP Level 3). No page of ours has an inline style or script. The script asks for
    /// nothing but the page that a form is posted to.
    ///
    /// - Parameter page: Where "Exit this page" leads. The button posts, and browsers ask the policy about the address
    ///   that a post is redirected to as well.
    package static func contentSecurityPolicy(leavingFor page: String?) -> String {
        let origin = page.map { " \($0.split(separator: "/", maxSplits: 2).prefix(2).joined(separator: "//"))" } ?? ""
        return "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
            + "form-action 'self'\(origin); base-uri 'none'; frame-ancestors 'none'"
    }

    package static func all(leavingFor page: String?) -> [(name: String, value: String)] {
        [
            ("Content-Security-Policy", contentSecurityPolicy(leavingFor: page)),
            // `no-referrer` would have browsers send `Origin: null` with a form.
            ("Referrer-Policy", "same-origin"),
            ("X-Content-Type-Options", "nosniff"),
            // Nothing of these is asked for anywhere, and nothing that a page might be made to load may ask.
            ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]
    }
}
