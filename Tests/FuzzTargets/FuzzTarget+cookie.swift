import CaseStore
import FastCGI
import Forms

@testable import Intake

extension FuzzTarget {
    /// The `Cookie` header of a request, the key of a draft in it, and the rows that the key opens.
    static let cookie = FuzzTarget("cookie") { bytes in
        let header = String(decoding: bytes, as: UTF8.self)
        Self.checkCookies(of: header, name: "soh", isSecure: false)
        Self.checkCookies(of: header, name: "__Secure-soh", isSecure: true)
        if let key = DraftKey(cookie: header) {
            precondition(Array(key.cookie.utf8) == Array(header.utf8), "two texts for one key")
        }
        SealedRows.check(bytes)
    }

    private static func checkCookies(of header: String, name: String, isSecure: Bool) {
        let head = head(cookies: header, isSecure: isSecure)
        let values = head.cookies(named: name)
        precondition(values.map { Array($0.utf8) } == Self.values(of: name, in: header), "other cookies than sent")
        guard let key = DraftCookie.key(in: head) else {
            precondition(values.allSatisfy { DraftKey(cookie: $0) == nil }, "a key was passed over")
            return
        }
        precondition(values.contains(key.cookie), "a key that was not sent")
        let sent = DraftCookie.header(key, for: SealedRows.form, isSecure: isSecure).value.prefix { $0 != ";" }
        let next = Self.head(cookies: String(sent), isSecure: isSecure)
        precondition(DraftCookie.key(in: next) == key, "a key does not come back from the browser")
    }

    private static func head(cookies: String, isSecure: Bool) -> RequestHead {
        let parameters = [
            (name: "REQUEST_METHOD", value: "GET"), (name: "REQUEST_URI", value: "/forms/report/where"),
            (name: "HTTPS", value: isSecure ? "on" : ""), (name: "HTTP_COOKIE", value: cookies),
        ]
        guard let head = try? RequestHead(Request(parameters: parameters)) else {
            preconditionFailure("a request was refused for its cookies")
        }
        return head
    }

    /// The values of a cookie as RFC 6265, section 5.4, has a browser write them, read byte by byte.
    private static func values(of name: String, in header: String) -> [[UInt8]] {
        header.utf8.split(separator: UInt8(ascii: ";")).compactMap { pair in
            let pair = pair.drop { $0 == UInt8(ascii: " ") }
            guard pair.starts(with: "\(name)=".utf8) else { return nil }
            return Array(pair.dropFirst(name.utf8.count + 1))
        }
    }
}
