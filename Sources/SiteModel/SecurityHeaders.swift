/// What every page says to the browser, whoever serves it: load nothing from elsewhere, run nothing that stands in a
/// page, post only here, tell no other site where the citizen came from.
package enum SecurityHeaders {
    /// Content Security Policy (W3C CSP Level 3). No page of ours has an inline style or script.
    package static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    package static let all: [(name: String, value: String)] = [
        ("Content-Security-Policy", contentSecurityPolicy),
        // `no-referrer` would have browsers send `Origin: null` with a form.
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ]
}
