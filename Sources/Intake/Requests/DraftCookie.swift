import CaseStore
import FormViews
import Forms

/// The one cookie: the key to a draft, sent only to the form that it is for, gone when the browser is closed.
enum DraftCookie {
    /// `__Secure-` has the browser refuse the cookie from anything but HTTPS (RFC 6265bis, section 4.1.3).
    private static func name(isSecure: Bool) -> String { isSecure ? "__Secure-soh" : "soh" }

    /// The first key that a request holds; nil where it holds none.
    static func key(in head: RequestHead) -> DraftKey? {
        head.cookies(named: name(isSecure: head.isSecure)).lazy.compactMap { DraftKey(cookie: $0) }.first
    }

    /// The header that hands a key out.
    static func header(_ key: DraftKey, for form: FormID, isSecure: Bool) -> (name: String, value: String) {
        header(value: key.cookie, for: form, isSecure: isSecure)
    }

    /// The header that has the browser forget a key.
    static func forgettingHeader(for form: FormID, isSecure: Bool) -> (name: String, value: String) {
        header(value: "; Max-Age=0", for: form, isSecure: isSecure)
    }

    private static func header(
        value: String, for form: FormID, isSecure: Bool
    ) -> (name: String, value: String) {
        let secure = isSecure ? "; Secure" : ""
        let cookie = "\(name(isSecure: isSecure))=\(value)"
        return ("Set-Cookie", "\(cookie); Path=\(FormURL.root(of: form)); HttpOnly; SameSite=Lax\(secure)")
    }
}
